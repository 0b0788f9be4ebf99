/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;

/** Entries for folders whose ids are made of their names, where no James is asked. */
public final class GivenEntries {
    private GivenEntries() {}

    /** Returns entries with the same letters for those folders, each with its subfolders. */
    public static FolderEntries covering(String letters, String... names) {
        return FolderEntries.of(
                Stream.of(names)
                        .map(
                                name ->
                                        FolderEntry.withSubfolders(
                                                folder(name), ImapRights.ofLetters(letters)))
                        .collect(Collectors.toList()));
    }

    /** Returns the folder of that name. */
    public static FolderReference folder(String name) {
        return FolderReference.of(idOf(name), FolderName.of(name));
    }

    /** Returns the id of the folder of that name. */
    public static FolderId idOf(String name) {
        return FolderId.of(
                name.length() < 60 ? name : Integer.toHexString(name.hashCode()) + name.length());
    }

    /** Returns the place of the folder of that name, in a mailbox that has every folder. */
    public static FolderPlace place(String name) {
        return FolderPlace.of(FolderName.of(name), folder -> Optional.of(idOf(folder.asString())));
    }
}
