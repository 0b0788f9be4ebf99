/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;

/**
 * The store of all shared mailboxes. {@link org.sharedmailbox.administration.SharedMailboxService}
 * and {@link org.sharedmailbox.administration.MailboxConversionService} are its only writers. Every
 * method throws {@link org.sharedmailbox.failure.StoreUnavailableException} while the store cannot
 * be reached. Thread-safe; inside of a {@link org.sharedmailbox.transaction.Transactions
 * transaction} it takes part in it.
 */
public interface SharedMailboxes {
    /** This lookup may be a second old outside of a transaction. */
    Optional<SharedMailbox> find(Username address);

    /** Those among the addresses that are shared mailboxes; read anew. */
    Map<Username, SharedMailbox> findAll(Collection<Username> addresses);

    /** Adds it, or replaces the one of that address. */
    void put(SharedMailbox mailbox);

    /** Removes the mailbox and all delegations on it; whether there was one to remove. */
    boolean remove(Username address);

    /**
     * Makes it an ordinary account again: its delegations stay, as those of a personal mailbox.
     * Returns whether there was one.
     */
    boolean release(Username address);
}
