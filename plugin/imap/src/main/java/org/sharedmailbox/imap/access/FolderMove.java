/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import com.google.auto.value.AutoValue;
import org.apache.james.mailbox.model.MailboxACL;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.ImapRights;

/** A folder that a RENAME takes along: where it is, and where it would be. */
@AutoValue
abstract class FolderMove {
    FolderMove() {}

    static FolderMove of(FolderPlace from, FolderPlace to) {
        return new AutoValue_FolderMove(from, to);
    }

    abstract FolderPlace from();

    abstract FolderPlace to();

    /** Decides whether it needs no right that is missing, and gives none that was not held. */
    boolean isPermittedBy(Access access) {
        ImapRights before = access.imapRightsIn(from());
        return before.allow(MailboxACL.Right.DeleteMailbox)
                && access.imapRightsIn(to()).minus(before).isEmpty();
    }
}
