/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import java.time.Instant;
import java.util.List;
import org.apache.james.core.Username;

/**
 * The store of changes of sign-in: of accounts that got another password, were blocked, deleted,
 * made or renamed. Every method throws {@link org.sharedmailbox.failure.StoreUnavailableException}
 * while the store cannot be reached. Joins the {@link org.sharedmailbox.transaction.Transactions
 * transaction} of the calling thread. Thread-safe.
 */
public interface SignInStore {
    /** Gives the account's last change a new number. */
    void record(Username account, Instant at);

    /** Returns the totals of all changes, never from a cache. */
    SignInTotals totals();

    /**
     * Returns the changes with greater numbers, never from a cache. One with a smaller number may
     * become visible later, when the transaction that made it has ended.
     */
    List<SignInChange> changesAfter(long number);

    /** Drops the changes before that time, except those of shared mailboxes. */
    void forgetBefore(Instant time);
}
