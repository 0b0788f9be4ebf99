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
 * be reached. Joins the {@link org.sharedmailbox.transaction.Transactions transaction} of the
 * calling thread. Thread-safe.
 */
public interface SharedMailboxes {
    /**
     * Returns the shared mailbox of that address. Outside a transaction the answer may be up to a
     * second old.
     */
    Optional<SharedMailbox> find(Username address);

    /** Returns those among the addresses that are shared mailboxes, never from a cache. */
    Map<Username, SharedMailbox> findAll(Collection<Username> addresses);

    /** Adds the mailbox, or replaces that of the same address. */
    void put(SharedMailbox mailbox);

    /**
     * Removes the mailbox and all delegations on it.
     *
     * @return whether there was one
     */
    boolean remove(Username address);

    /**
     * Turns the mailbox into an ordinary account again. Its delegations stay, as those of a
     * personal mailbox.
     *
     * @return whether there was one
     */
    boolean release(Username address);
}
