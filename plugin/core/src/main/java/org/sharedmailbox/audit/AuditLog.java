/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.util.Collection;
import java.util.List;
import org.apache.james.core.Username;

/**
 * Everything that was changed and every access that matters, in the order it happened. Entries are
 * only ever added. Throws {@link org.sharedmailbox.failure.StoreUnavailableException} while the
 * store cannot be reached. Safe for use by many threads; inside of a {@link
 * org.sharedmailbox.transaction.Transactions transaction} it takes part in it.
 */
public interface AuditLog {
    void append(AuditEntry entry);

    /** Appends them in their order. */
    void appendAll(Collection<AuditEntry> entries);

    /**
     * @param limit the most entries to return, at least 1
     * @return the mailbox's entries, newest first
     */
    List<AuditEntry> ofMailbox(Username mailbox, int limit);
}
