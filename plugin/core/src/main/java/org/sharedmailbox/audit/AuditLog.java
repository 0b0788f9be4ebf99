/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.apache.james.core.Username;

/**
 * The log of every change and every access that matters, in the order in which they happened.
 * Entries are added, and none is changed; refusals, of which there can be any number, are removed
 * again some time. Throws {@link org.sharedmailbox.failure.StoreUnavailableException} while the
 * store cannot be reached. Joins the {@link org.sharedmailbox.transaction.Transactions transaction}
 * of the calling thread. Thread-safe.
 */
public interface AuditLog {
    void append(AuditEntry entry);

    /** Appends the entries in their order. */
    void appendAll(Collection<AuditEntry> entries);

    /**
     * Appends an entry that also stands for an earlier one, which is removed.
     *
     * @param earlier the number of that entry; nothing happens to it if it is gone
     * @return the number of the new entry, which is greater than those of all before
     */
    long appendInPlaceOf(OptionalLong earlier, AuditEntry entry);

    /**
     * Removes the oldest {@linkplain AuditAction#isRefusal refusals}, so that about that many stay.
     * Everything else stays.
     */
    void removeOldestRefusals(int kept);

    /**
     * @param limit the most entries to return, at least 1
     * @return the mailbox's entries, newest first
     */
    List<AuditEntry> ofMailbox(Username mailbox, int limit);
}
