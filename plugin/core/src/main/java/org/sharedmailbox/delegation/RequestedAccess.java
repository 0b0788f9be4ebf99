/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.ImapRights;

/** What a delegation is to give, folder by folder, in the names of a request. Immutable. */
@AutoValue
public abstract class RequestedAccess {
    RequestedAccess() {}

    /**
     * @throws IllegalArgumentException if there are too many entries, or two of one kind for the
     *     same folder
     */
    public static RequestedAccess of(Collection<RequestedEntry> entries) {
        checkArgument(
                entries.size() <= FolderEntries.MAX_ENTRIES,
                "'access' has %s entries, and at most %s are possible; give rights to the folders"
                        + " above with 'subfolders', or to the whole mailbox",
                entries.size(),
                FolderEntries.MAX_ENTRIES);
        Set<Object> places = new HashSet<>();
        for (RequestedEntry entry : entries) {
            checkArgument(
                    places.add(List.of(entry.folder(), entry.coversSubfolders())),
                    "'access' names %s twice%s",
                    entry.folder().map(name -> "'" + name + "'").orElse("the whole mailbox"),
                    entry.folder().isEmpty() || !entry.coversSubfolders()
                            ? ""
                            : " with its subfolders");
        }
        return new AutoValue_RequestedAccess(ImmutableList.copyOf(entries));
    }

    /** Returns what rights say by their names, in all those folders, each with its subfolders. */
    static RequestedAccess inShort(Collection<DelegationRight> rights, FolderScope folders) {
        ImapRights letters = ImapRights.givenBy(rights);
        if (letters.isEmpty()) {
            return of(List.of());
        }
        return folders.folders()
                .map(
                        names ->
                                of(
                                        names.stream()
                                                .map(name -> covering(name, letters))
                                                .collect(Collectors.toList())))
                .orElseGet(() -> of(List.of(RequestedEntry.ofMailbox(letters))));
    }

    private static RequestedEntry covering(FolderName folder, ImapRights letters) {
        return RequestedEntry.of(folder, true, letters);
    }

    /** Returns the entries in the order in which they were named. */
    public abstract ImmutableList<RequestedEntry> entries();

    /** Returns all letters that any entry asks for. */
    ImapRights letters() {
        return entries().stream()
                .map(RequestedEntry::letters)
                .reduce(ImapRights.NONE, ImapRights::plus);
    }
}
