/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * The first connection to a database, which H2 makes a file for and PostgreSQL a process: on a busy
 * machine, that takes longer than the plugin waits for it.
 */
final class FirstContact {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private FirstContact() {}

    /** Connects, again as long as the database does not answer. */
    static void await(Runnable connect) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .until(
                        () -> {
                            connect.run();
                            return true;
                        });
    }
}
