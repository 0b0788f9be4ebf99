/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a thread that must not block, such as an event loop that serves many connections, use what
 * the caches of our stores hold. The thread {@linkplain #ask asks} a question; as soon as answering
 * it would block, because a cache has no answer and the store would have to be read, the question
 * ends without an answer, and the thread can ask it again elsewhere. Thread-safe.
 */
public final class NonBlocking {
    private static final ThreadLocal<Boolean> ACTIVE = ThreadLocal.withInitial(() -> false);

    private NonBlocking() {}

    /**
     * Answers the question if that does not block this thread. Whatever the question does later, or
     * on another thread, is not affected.
     *
     * @param question must change nothing: it may be asked again, on a thread that may block
     * @return empty if answering would have blocked
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

    /** Ends the question if this thread must not block. To be called right before blocking. */
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
