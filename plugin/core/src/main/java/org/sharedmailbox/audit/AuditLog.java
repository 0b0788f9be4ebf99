/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import java.util.List;
import java.util.OptionalLong;
import org.apache.james.core.Username;

/**
 * The log of every change and every access that matters, in the order in which they happened.
 * Entries are added, and none is changed; {@link AuditRetention} removes them. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached. Joins the
 * {@link org.sharedmailbox.transaction.Transactions transaction} of the calling thread.
 * Thread-safe.
 */
public interface AuditLog extends AuditSink {
    /**
     * Appends an entry that also stands for an earlier one, which is removed.
     *
     * @param earlier the number of that entry; nothing happens to it if it is gone
     * @return the number of the new entry, which is greater than those of all before
     */
    long appendInPlaceOf(OptionalLong earlier, AuditEntry entry);

    /**
     * @param limit the most entries to return, at least 1
     * @return the mailbox's entries, newest first
     */
    List<AuditEntry> ofMailbox(Username mailbox, int limit);
}
