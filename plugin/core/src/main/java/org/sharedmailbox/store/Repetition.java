/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a transaction again that the database has given up in favour of another, after a short pause
 * of random length: otherwise it may have again what the other one waits for, before that one does.
 */
final class Repetition {
    static final int MAX_ATTEMPTS = 4;

    private static final int MIN_PAUSE_MILLIS = 5;
    private static final int MAX_PAUSE_MILLIS = 50;

    private static final Logger LOGGER = LoggerFactory.getLogger(Repetition.class);

    private Repetition() {}

    /**
     * @param transaction begins a transaction, and ends it
     * @throws ConflictException if each of {@value #MAX_ATTEMPTS} attempts was given up
     */
    static <T> T untilNoConflict(Supplier<T> transaction) {
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return transaction.get();
            } catch (ConflictException e) {
                LOGGER.info(
                        "Others changed the same shared mailboxes at the same time: attempt {} of"
                                + " {} is undone, and the change is made again",
                        attempt,
                        MAX_ATTEMPTS);
                LOGGER.debug("The database says why", e);
                pause(attempt, e);
            }
        }
        return transaction.get();
    }

    private static void pause(int attempt, ConflictException conflict) {
        int longest = attempt * MAX_PAUSE_MILLIS;
        try {
            TimeUnit.MILLISECONDS.sleep(
                    ThreadLocalRandom.current().nextInt(MIN_PAUSE_MILLIS, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }
}
