/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.model.FolderName;

/**
 * The right to make a folder, by CREATE or under a new name by RENAME: {@code k} on the parent, at
 * the top level on INBOX (RFC 4314 §4), and on the new folder itself, so that nobody makes one
 * outside the folders that are delegated, where they would not see it, or learns that there is one.
 */
public final class CreationRight {
    private CreationRight() {}

    /** Decides whether the delegate may make that folder. */
    public static boolean isHeld(ResolvedFolder folder) {
        return parentOf(folder).rights().allow(Right.CreateMailbox)
                && folder.rights().allow(Right.CreateMailbox);
    }

    /** Decides whether the delegate may make folders at the top level of this INBOX's owner. */
    public static boolean isHeldAtTopLevel(ResolvedFolder inbox) {
        return inbox.rights().allow(Right.CreateMailbox)
                && inbox.access().imapRightsAtTopLevel().allow(Right.CreateMailbox);
    }

    /** Returns the folder whose right {@code k} decides about a new one of that name. */
    public static ResolvedFolder parentOf(ResolvedFolder folder) {
        return folder.at(folder.address().folder().parent().orElse(FolderName.INBOX));
    }
}
