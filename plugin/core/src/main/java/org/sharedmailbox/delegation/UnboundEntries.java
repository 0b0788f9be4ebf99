/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.List;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderId;

/**
 * The store of entries that are not yet bound to folders, and give nothing. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe.
 */
public interface UnboundEntries {
    List<UnboundEntry> all();

    /**
     * Makes it an entry of its delegation, for that folder. Does nothing if it is no longer there.
     */
    void bind(UnboundEntry entry, FolderId folder);

    /** Drops all that the account gave or held, which is gone, with their delegations. */
    void removeOf(Username account);

    /**
     * Drops it, and the delegation that holds nothing else.
     *
     * @return whether the delegation is gone
     */
    boolean remove(UnboundEntry entry);
}
