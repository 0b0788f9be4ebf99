/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;

/**
 * The folder, or the whole mailbox, that an ACL command is about, and the sender's rights on it.
 */
@AutoValue
abstract class AclTarget {
    AclTarget() {}

    static AclTarget folder(FolderAddress address, ImapRights rights) {
        return new AutoValue_AclTarget(address.owner(), Optional.of(address.folder()), rights);
    }

    static AclTarget wholeMailbox(Username owner, ImapRights rights) {
        return new AutoValue_AclTarget(owner, Optional.empty(), rights);
    }

    abstract Username owner();

    /** Returns the folder; empty for the root {@code #user.<owner>}, which stands for all. */
    abstract Optional<FolderName> folder();

    abstract ImapRights rights();

    /** Decides whether it is a folder that must look absent to the sender (RFC 4314 §4). */
    boolean isHidden() {
        return folder().isPresent() && !rights().allow(Right.Lookup);
    }

    /** Returns what the audit log calls it. */
    @Override
    public final String toString() {
        return folder().map(FolderName::asString).orElse("all folders");
    }
}
