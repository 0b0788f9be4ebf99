/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Optional;

/** The letters of entries for single folders, found by the folders' ids. Immutable. */
@AutoValue
abstract class EntriesByFolder {
    EntriesByFolder() {}

    static EntriesByFolder of(Collection<FolderEntry> entries) {
        return new AutoValue_EntriesByFolder(letters(entries, false), letters(entries, true));
    }

    private static ImmutableMap<FolderId, ImapRights> letters(
            Collection<FolderEntry> entries, boolean coversSubfolders) {
        ImmutableMap.Builder<FolderId, ImapRights> letters = ImmutableMap.builder();
        for (FolderEntry entry : entries) {
            if (entry.coversSubfolders() == coversSubfolders) {
                entry.folder().ifPresent(folder -> letters.put(folder.id(), entry.letters()));
            }
        }
        return letters.build();
    }

    abstract ImmutableMap<FolderId, ImapRights> alone();

    abstract ImmutableMap<FolderId, ImapRights> withSubfolders();

    /** Returns what the most specific entry gives there; empty if none is for a folder. */
    Optional<ImapRights> lettersIn(FolderPlace place) {
        return place.id().flatMap(this::lettersOf).or(() -> lettersFromAbove(place));
    }

    private Optional<ImapRights> lettersOf(FolderId folder) {
        return Optional.ofNullable(alone().get(folder))
                .or(() -> Optional.ofNullable(withSubfolders().get(folder)));
    }

    private Optional<ImapRights> lettersFromAbove(FolderPlace place) {
        return place.above()
                .flatMap(upper -> Optional.ofNullable(withSubfolders().get(upper)).stream())
                .findFirst();
    }

    /** Returns whether an entry is for that folder. */
    boolean name(FolderId folder) {
        return lettersOf(folder).isPresent();
    }
}
