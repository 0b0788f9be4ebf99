/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import com.google.auto.value.AutoValue;
import org.apache.james.mailbox.MailboxSession;
import org.sharedmailbox.imap.access.FlagRights;
import org.sharedmailbox.imap.name.FolderAddress;

/** The folder into which messages go, and how the delegate may store them there. */
@AutoValue
abstract class TransferTarget {
    TransferTarget() {}

    static TransferTarget of(FolderAddress folder, MailboxSession session, FlagRights flags) {
        return new AutoValue_TransferTarget(folder, session, flags);
    }

    abstract FolderAddress folder();

    /** Returns a session of the folder's owner. */
    abstract MailboxSession session();

    /** Returns which flags the messages may keep. */
    abstract FlagRights flags();
}
