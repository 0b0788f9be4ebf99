/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;

/** A {@link FolderEntry} that is asked for, whose folder is known by its name only. */
@AutoValue
public abstract class RequestedEntry {
    RequestedEntry() {}

    /** Returns a request for an entry for all folders, present and future. */
    public static RequestedEntry ofMailbox(ImapRights letters) {
        return new AutoValue_RequestedEntry(Optional.empty(), true, letters);
    }

    /** Returns a request for an entry for a folder, alone or with what lies below it. */
    public static RequestedEntry of(
            FolderName folder, boolean coversSubfolders, ImapRights letters) {
        return new AutoValue_RequestedEntry(Optional.of(folder), coversSubfolders, letters);
    }

    /** Returns the folder; empty for the whole mailbox. */
    public abstract Optional<FolderName> folder();

    public abstract boolean coversSubfolders();

    public abstract ImapRights letters();

    /** Returns the entry for the folder that was found. */
    FolderEntry of(FolderReference found) {
        return coversSubfolders()
                ? FolderEntry.withSubfolders(found, letters())
                : FolderEntry.alone(found, letters());
    }
}
