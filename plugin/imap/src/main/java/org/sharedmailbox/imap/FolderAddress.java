/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxPath;
import org.sharedmailbox.model.FolderName;

/** A folder of some owner. */
@AutoValue
abstract class FolderAddress {
    FolderAddress() {}

    static FolderAddress of(Username owner, FolderName folder) {
        return new AutoValue_FolderAddress(owner, folder);
    }

    abstract Username owner();

    abstract FolderName folder();

    /** Where James keeps it. */
    MailboxPath path() {
        return MailboxPath.forUser(owner(), folder().asString());
    }

    /** For logs: {@code support@example.com INBOX}. */
    @Override
    public final String toString() {
        return owner().asString() + " " + folder();
    }
}
