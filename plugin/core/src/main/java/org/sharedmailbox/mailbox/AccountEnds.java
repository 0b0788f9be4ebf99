/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import java.time.Instant;
import java.util.Optional;
import org.apache.james.core.Username;

/**
 * The store of accounts that were found to be gone. An account that is made again under the same
 * name is another one, and whoever signed in before has no part in it. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached. Joins the
 * {@link org.sharedmailbox.transaction.Transactions transaction} of the calling thread.
 * Thread-safe.
 */
public interface AccountEnds {
    /** Returns when an account of that name was last found to be gone; at most a second old. */
    Optional<Instant> endOf(Username account);

    /**
     * Decides whether whoever had the account at that time has lost it since. An end at the very
     * same time counts, to be on the safe side.
     */
    default boolean endedSince(Username account, Instant hadAt) {
        return endOf(account).filter(end -> !end.isBefore(hadAt)).isPresent();
    }

    /** Notes that there was no such account at that time, if nothing later is known. */
    void record(Username account, Instant at);

    /** Drops what was found before that time. */
    void forgetBefore(Instant time);
}
