/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderReference;

/**
 * Binds the folders that a request names to what they are now: from then on, the delegation follows
 * the folders, and not their names. Thread-safe unless {@linkplain #memoized memoized}.
 */
final class FolderBinding {
    private static final String ACCESS = "access";
    private static final String FOLDERS = "folders";

    private final BiFunction<Username, FolderName, Optional<FolderId>> find;

    FolderBinding(Folders folders) {
        this(folders::find);
    }

    private FolderBinding(BiFunction<Username, FolderName, Optional<FolderId>> find) {
        this.find = find;
    }

    /** Returns the same with a memory, for one transaction, and one thread. */
    FolderBinding memoized() {
        Map<List<Object>, Optional<FolderId>> found = new HashMap<>();
        return new FolderBinding(
                (owner, name) ->
                        found.computeIfAbsent(
                                List.of(owner, name), any -> find.apply(owner, name)));
    }

    /**
     * Returns the entries that are asked for. Rule: every folder that is named exists, also where
     * the rights, being rights to send, apply to no folder.
     */
    FolderEntries bind(Username owner, RequestedAccess access, DelegationTerms terms) {
        terms.folders()
                .folders()
                .ifPresent(names -> names.forEach(name -> find(owner, name, FOLDERS)));
        String field = terms.access().isPresent() ? ACCESS : FOLDERS;
        List<FolderEntry> entries = new ArrayList<>();
        for (RequestedEntry entry : access.entries()) {
            entries.add(
                    entry.folder()
                            .map(name -> FolderReference.of(find(owner, name, field), name))
                            .map(entry::of)
                            .orElseGet(() -> FolderEntry.ofMailbox(entry.letters())));
        }
        try {
            return FolderEntries.of(entries);
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    private FolderId find(Username owner, FolderName name, String field) {
        return find.apply(owner, name)
                .orElseThrow(
                        () ->
                                RequestRefusedException.invalid(
                                        field,
                                        String.format(
                                                "%s has no folder '%s'", owner.asString(), name)));
    }
}
