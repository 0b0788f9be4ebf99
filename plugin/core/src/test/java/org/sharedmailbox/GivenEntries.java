/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import com.google.common.base.Splitter;
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

    /**
     * Returns entries in the notation of a CSV, e.g. {@code lr *|lrs INBOX|l Projects.*}; none for
     * an empty text.
     */
    public static FolderEntries entries(String written) {
        return FolderEntries.of(
                Splitter.on('|')
                        .omitEmptyStrings()
                        .splitToStream(written)
                        .map(GivenEntries::entry)
                        .collect(Collectors.toList()));
    }

    /** Returns one entry in that notation. */
    public static FolderEntry entry(String written) {
        int blank = written.indexOf(' ');
        ImapRights letters = ImapRights.ofLetters(written.substring(0, blank));
        String place = written.substring(blank + 1);
        if (place.equals("*")) {
            return FolderEntry.ofMailbox(letters);
        }
        return place.endsWith(".*")
                ? FolderEntry.withSubfolders(
                        folder(place.substring(0, place.length() - 2)), letters)
                : FolderEntry.alone(folder(place), letters);
    }

    /** Returns the folder of that name. */
    public static FolderReference folder(String name) {
        FolderName folder = FolderName.of(name);
        return FolderReference.of(idOf(folder.asString()), folder);
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
