/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;

/** A folder whose access control list is read or written, or the mailbox as a whole. */
@AutoValue
abstract class AclFolder {
    AclFolder() {}

    /** Returns the mailbox as a whole: its root. */
    static AclFolder root() {
        return new AutoValue_AclFolder(Optional.empty(), Optional.empty());
    }

    static AclFolder of(FolderReference folder, FolderPlace place) {
        return new AutoValue_AclFolder(Optional.of(folder), Optional.of(place));
    }

    /** Returns the folder; empty for the root. */
    abstract Optional<FolderReference> folder();

    abstract Optional<FolderPlace> place();

    boolean isRoot() {
        return folder().isEmpty();
    }

    /** Returns the letters that the entries give there; at the root, those of the whole mailbox. */
    ImapRights lettersOf(FolderEntries entries) {
        return place().map(entries::lettersIn).orElseGet(entries::lettersOfMailbox);
    }

    /** Returns what the access lets its holder do there; at the root, what it does everywhere. */
    ImapRights rightsOf(Access access) {
        return place().map(access::imapRightsIn).orElseGet(access::imapRightsEverywhere);
    }

    /** Returns the entry that decides here, and nowhere below a folder. */
    FolderEntry entry(ImapRights letters) {
        return folder().map(one -> FolderEntry.alone(one, letters))
                .orElseGet(() -> FolderEntry.ofMailbox(letters));
    }
}
