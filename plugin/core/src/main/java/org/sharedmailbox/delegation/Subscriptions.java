/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import org.apache.james.core.Username;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.model.FolderName;

/**
 * The store of what delegates chose to subscribe and to unsubscribe; what the delegation says by
 * itself is {@link Delegation#subscribe}. A choice ends with its delegation. Every method throws
 * {@link StoreUnavailableException} while the store cannot be reached. Thread-safe; inside of a
 * {@link org.sharedmailbox.transaction.Transactions transaction} it takes part in it.
 */
public interface Subscriptions {
    /** What the delegate chose in all mailboxes; one query. */
    SubscriptionChoices ofDelegate(Username delegate);

    /**
     * Keeps what the delegate chose for a folder, which has to exist: what does not is kept as
     * well.
     *
     * @return whether it is kept: false if there is no delegation between the two
     */
    boolean choose(Username owner, Username delegate, FolderName folder, boolean subscribed);

    /** All choices for that folder are for its new name from now on; not those below it. */
    void rename(Username owner, FolderName from, FolderName to);

    /** Forgets all choices for that folder, which is gone; not those below it. */
    void forget(Username owner, FolderName folder);
}
