/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.util.Collection;
import java.util.List;
import org.apache.james.core.Username;

/**
 * The log of every change and every access that matters, in the order in which they happened.
 * Entries are only ever added. Throws {@link org.sharedmailbox.failure.StoreUnavailableException}
 * while the store cannot be reached. Joins the {@link org.sharedmailbox.transaction.Transactions
 * transaction} of the calling thread. Thread-safe.
 */
public interface AuditLog {
    void append(AuditEntry entry);

    /** Appends the entries in their order. */
    void appendAll(Collection<AuditEntry> entries);

    /**
     * @param limit the most entries to return, at least 1
     * @return the mailbox's entries, newest first
     */
    List<AuditEntry> ofMailbox(Username mailbox, int limit);
}
