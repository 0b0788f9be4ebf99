/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import com.google.auto.value.AutoValue;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.ImapRights;

/** A folder of another owner that exists and that the delegate sees. */
@AutoValue
abstract class SharedFolder {
    SharedFolder() {}

    static SharedFolder of(FolderAddress address, ImapRights rights, boolean subscribed) {
        return new AutoValue_SharedFolder(address, rights, subscribed);
    }

    abstract FolderAddress address();

    abstract ImapRights rights();

    abstract boolean isSubscribed();

    /** Decides whether the delegate may ever open it; if not, it is listed as {@code \Noselect}. */
    boolean canBeOpened() {
        return rights().allow(Right.Read);
    }
}
