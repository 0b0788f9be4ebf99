/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.common.collect.ImmutableBiMap;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;

/**
 * Finds out when the last folder of a delegation was taken away. Somebody who takes away one folder
 * after the other wants nothing to be left; but an entry for the whole mailbox would go on giving
 * every folder that is made later. Thread-safe; may block.
 */
final class NothingLeft {
    private final Folders folders;

    NothingLeft(Folders folders) {
        this.folders = folders;
    }

    /** Returns no entries at all if these give nothing in any of the owner's folders. */
    FolderEntries tidied(Username owner, FolderEntries entries) {
        if (!entries.coverMore()) {
            return entries.giveNothing() ? FolderEntries.none() : entries;
        }
        ImmutableBiMap<FolderName, FolderId> ids =
                ImmutableBiMap.copyOf(folders.all(owner)).inverse();
        boolean givesSomething =
                ids.keySet().stream()
                        .map(name -> FolderPlace.of(name, any -> Optional.ofNullable(ids.get(any))))
                        .anyMatch(place -> !entries.lettersIn(place).isEmpty());
        return givesSomething ? entries : FolderEntries.none();
    }
}
