/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process and those that it has started: nobody knows these any more once it has ended, and they
 * may go on writing into its directory.
 */
public final class ProcessTree {
    private static final int POLL_MILLIS = 200;
    private static final int END_SECONDS = 30;

    private final Process root;
    private final Set<ProcessHandle> descendants = ConcurrentHashMap.newKeySet();

    private ProcessTree(Process root) {
        this.root = root;
        look();
    }

    /** Those that are there now. */
    public static ProcessTree of(Process root) {
        return new ProcessTree(root);
    }

    /** Waits for the end of the first of them, and notes meanwhile what it starts. */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!root.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            look();
            if (System.nanoTime() - end > 0) {
                return false;
            }
        }
        return true;
    }

    private void look() {
        root.descendants().forEach(descendants::add);
    }

    /** Ends all of them that have not ended, and waits until they have. */
    public void end() {
        look();
        root.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(
                        Stream.concat(Stream.of(root.toHandle()), descendants.stream())
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture[]::new))
                .orTimeout(END_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
