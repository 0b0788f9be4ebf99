/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.time.Instant;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * The store of who has left whose personal mailbox, so that nobody is let in again against their
 * will. Every method throws {@link StoreUnavailableException} while the store cannot be reached.
 * Joins the {@link org.sharedmailbox.transaction.Transactions transaction} of the calling thread.
 * Thread-safe.
 */
public interface Departures {
    /** Records that the delegate has left. The owner must be locked. */
    void record(Username owner, Username delegate, Instant at);

    /** Decides whether the delegate has left, and both accounts are still those of that time. */
    boolean contains(Username owner, Username delegate);

    /** Moves what is recorded of an account to its new name, as far as that has nothing itself. */
    void rename(Username from, Username to);
}
