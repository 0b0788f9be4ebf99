/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxPath;
import org.sharedmailbox.model.FolderName;

/** A folder and the account that it belongs to, whether or not it exists. */
@AutoValue
public abstract class FolderAddress {
    FolderAddress() {}

    public static FolderAddress of(Username owner, FolderName folder) {
        return new AutoValue_FolderAddress(owner, folder);
    }

    public abstract Username owner();

    public abstract FolderName folder();

    /** Returns where James keeps it. */
    public MailboxPath path() {
        return MailboxPath.forUser(owner(), folder().asString());
    }

    /** Returns e.g. {@code support@example.com INBOX}, for logs. */
    @Override
    public final String toString() {
        return owner().asString() + " " + folder();
    }
}
