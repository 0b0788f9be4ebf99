/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.function.Supplier;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.model.FolderName;
import reactor.core.publisher.Mono;

/**
 * Who may make a folder, by CREATE or under a new name by RENAME: right {@code k} on the parent, at
 * the top level on INBOX (RFC 4314 §4), and on the new folder itself, so that nobody makes one
 * outside of the folders that are delegated, where they would not see it, or learns that there is
 * one.
 */
final class FolderCreation {
    private FolderCreation() {}

    /** Makes the folder, or refuses it as the rights on the parent want it. */
    static Mono<Void> ifPermitted(
            FrontDesk desk,
            Exchange<?> exchange,
            Access access,
            FolderAddress folder,
            Supplier<Mono<Void>> creation) {
        if (isPermitted(access, folder)) {
            return creation.get();
        }
        FolderAddress parent = parentOf(folder);
        return desk.deny(exchange, parent, access.imapRightsOn(parent.folder()));
    }

    static boolean isPermitted(Access access, FolderAddress folder) {
        return access.imapRightsOn(parentOf(folder).folder()).allow(Right.CreateMailbox)
                && access.imapRightsOn(folder.folder()).allow(Right.CreateMailbox);
    }

    /** The folder whose right {@code k} decides about a new one of that name. */
    static FolderAddress parentOf(FolderAddress folder) {
        return FolderAddress.of(folder.owner(), folder.folder().parent().orElse(FolderName.INBOX));
    }
}
