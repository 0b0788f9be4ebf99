/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.sharedmailbox.it.client.HttpAnswer;

/** Administrators who change things one after the other, and remember what was answered. */
final class Answered implements AutoCloseable {
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final Queue<HttpAnswer> refused = new ConcurrentLinkedQueue<>();
    private final List<Thread> administrators = new ArrayList<>();
    private volatile boolean ended;

    /**
     * Begins to make changes, until there are no more or the server is gone.
     *
     * @param key what is remembered of a change that was answered with 2xx
     */
    void begin(int changes, IntFunction<String> key, IntFunction<HttpAnswer> change) {
        Thread administrator =
                new Thread(
                        () -> {
                            try {
                                for (int n = 0; n < changes && !ended; n++) {
                                    note(key.apply(n), change.apply(n));
                                }
                            } catch (UncheckedIOException e) {
                                // The server is gone.
                            }
                        });
        administrators.add(administrator);
        administrator.start();
    }

    private void note(String key, HttpAnswer answer) {
        if (answer.status() / 100 == 2) {
            done.add(key);
        } else {
            refused.add(answer);
        }
    }

    /** The changes that were answered with 2xx and whose keys begin so. */
    List<String> done(String prefix) {
        return done.stream().filter(key -> key.startsWith(prefix)).collect(Collectors.toList());
    }

    /** The status codes of all others. */
    List<Integer> refused() {
        return refused.stream().map(HttpAnswer::status).collect(Collectors.toList());
    }

    /** Waits until each has the answer to what they have asked for; they ask for no more. */
    @Override
    public void close() {
        ended = true;
        try {
            for (Thread administrator : administrators) {
                administrator.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
