/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import java.time.Duration;
import java.util.function.Supplier;
import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * More changes at once than the pool permits. On a busy machine, some wait for others, or for a
 * connection to be opened, for longer than the store lets them, and are refused before they have
 * begun: whoever is told so tries again, as an administrator would.
 */
public final class ManyChanges {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private ManyChanges() {}

    /** Makes the change, again as long as it is not begun; any other failure is thrown. */
    public static <T> T untilBegun(Supplier<T> change) {
        long begun = System.nanoTime();
        while (true) {
            try {
                return change.get();
            } catch (StoreUnavailableException e) {
                // Each attempt has waited, so that this loop keeps nothing else from being done.
                if (!isRefusedBeforeItBegan(e) || System.nanoTime() - begun > TIMEOUT.toNanos()) {
                    throw e;
                }
            }
        }
    }

    /** Returns whether the store was only asked for more than it could do at that moment. */
    public static boolean isRefusedBeforeItBegan(StoreUnavailableException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("As many changes to shared mailboxes are being made")
                || message.startsWith("The embedded store makes one change")
                || message.contains("Connection is not available, request timed out");
    }
}
