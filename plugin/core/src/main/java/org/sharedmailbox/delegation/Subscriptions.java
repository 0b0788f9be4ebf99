/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.Set;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.model.FolderName;

/**
 * The store of the folders that delegates have subscribed to or unsubscribed from; the default is
 * {@link Delegation#subscribe}. A choice ends with its delegation. Every method throws {@link
 * StoreUnavailableException} while the store cannot be reached. Joins the {@link
 * org.sharedmailbox.transaction.Transactions transaction} of the calling thread. Thread-safe.
 */
public interface Subscriptions {
    /** Returns the delegate's choices in all mailboxes, by one query. */
    SubscriptionChoices ofDelegate(Username delegate);

    /**
     * Stores the delegate's choice for a folder. Whether the folder exists is for the caller to
     * check.
     *
     * @return whether it was stored: false if there is no delegation between the two
     */
    boolean choose(Username owner, Username delegate, FolderName folder, boolean subscribed);

    /** Returns the owners of folders that somebody has chosen. */
    Set<Username> owners();

    /**
     * Returns the owner's folders that somebody has chosen, whether or not they are still there.
     */
    Set<FolderName> foldersOf(Username owner);

    /**
     * Moves all choices for that folder to its new name, but not those for the folders below it.
     */
    void rename(Username owner, FolderName from, FolderName to);

    /**
     * Removes all choices for that folder, which is gone, but not those for the folders below it.
     */
    void forget(Username owner, FolderName folder);
}
