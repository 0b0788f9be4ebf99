/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a thread that must not wait, such as one that serves many connections, use what the caches
 * of our stores still know. Safe for use by many threads.
 */
public final class NonBlocking {
    private static final ThreadLocal<Boolean> ACTIVE = ThreadLocal.withInitial(() -> false);

    private NonBlocking() {}

    /**
     * Answers the question if that takes no waiting on this thread. What is done later, or on
     * another thread, is not concerned.
     *
     * @param question changes nothing: it may be asked again, where it may wait
     * @return empty if it would have to wait
     */
    public static <T> Optional<T> ask(Supplier<T> question) {
        boolean before = ACTIVE.get();
        ACTIVE.set(true);
        try {
            return Optional.of(question.get());
        } catch (WouldBlockException e) {
            return Optional.empty();
        } finally {
            ACTIVE.set(before);
        }
    }

    /** To be called by whoever is about to wait; ends a question that must not. */
    public static void aboutToBlock() {
        if (ACTIVE.get()) {
            throw new WouldBlockException();
        }
    }

    private static final class WouldBlockException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WouldBlockException() {
            super("This would block", null, false, false);
        }
    }
}
