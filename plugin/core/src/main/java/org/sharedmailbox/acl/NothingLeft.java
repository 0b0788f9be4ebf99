/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.common.collect.ImmutableBiMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;

/**
 * Finds out when the last folder that an entry covers was taken away. Somebody who takes away one
 * folder after the other wants nothing to be left; but an entry for the whole mailbox, or for a
 * folder with its subfolders, would go on giving every folder that is made later. Thread-safe; may
 * block.
 */
final class NothingLeft {
    private final Folders folders;

    NothingLeft(Folders folders) {
        this.folders = folders;
    }

    /**
     * Returns the entries with nothing in the place of each that gives nothing in any folder that
     * it covers; none at all if nothing is left anywhere.
     */
    FolderEntries tidied(Username owner, FolderEntries entries) {
        if (!entries.coverMore()) {
            return entries.giveNothing() ? FolderEntries.none() : entries;
        }
        ImmutableBiMap<FolderId, FolderName> names = ImmutableBiMap.copyOf(folders.all(owner));
        FolderEntries tidied = entries;
        for (FolderEntry entry : entries.asList()) {
            if (entry.coversSubfolders() && givesNothing(entry, entries, names)) {
                tidied = tidied.with(entry.withoutLetters());
            }
        }
        return tidied.giveNothing() ? FolderEntries.none() : tidied;
    }

    private static boolean givesNothing(
            FolderEntry entry, FolderEntries entries, ImmutableBiMap<FolderId, FolderName> names) {
        Map<FolderName, FolderId> ids = names.inverse();
        return covered(entry, names)
                .map(name -> FolderPlace.in(ids, name))
                .allMatch(place -> entries.lettersIn(place).isEmpty());
    }

    private static Stream<FolderName> covered(
            FolderEntry entry, ImmutableBiMap<FolderId, FolderName> names) {
        if (entry.folder().isEmpty()) {
            return names.values().stream();
        }
        return Optional.ofNullable(names.get(entry.folder().get().id())).stream()
                .flatMap(upper -> names.values().stream().filter(upper::covers));
    }
}
