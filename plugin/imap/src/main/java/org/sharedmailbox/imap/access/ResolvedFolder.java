/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import com.google.auto.value.AutoValue;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.ImapRights;

/** A folder that a command names, whether or not it exists, and the delegate's access to it. */
@AutoValue
public abstract class ResolvedFolder {
    ResolvedFolder() {}

    /** Returns a folder with the access to its owner's mailbox. */
    public static ResolvedFolder of(FolderAddress address, Access access) {
        return new AutoValue_ResolvedFolder(address, access);
    }

    /** Returns the owner and name of the folder. */
    public abstract FolderAddress address();

    /** Returns what the delegate may do in the owner's mailbox. */
    public abstract Access access();

    /** Returns what the delegate may do in this folder. */
    public ImapRights rights() {
        return access().imapRightsOn(address().folder());
    }
}
