/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Collection;
import org.apache.james.imap.message.request.GetMetadataRequest;
import org.apache.james.imap.message.request.SetMetadataRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.apache.james.mailbox.model.MailboxAnnotationKey;
import org.sharedmailbox.model.ImapRights;

/**
 * GETMETADATA and SETMETADATA (RFC 5464): {@code /shared} entries with {@code r} and {@code w}.
 * {@code /private} entries are refused: James keeps one value for all, and it is the owner's.
 */
final class SharedAnnotations {
    private static final String SHARED = "/shared";

    private SharedAnnotations() {}

    static boolean mayBeRead(GetMetadataRequest request, FolderAddress address, ImapRights rights) {
        return rights.allow(Right.Read) && areShared(request.getKeys());
    }

    static boolean mayBeSet(SetMetadataRequest request, FolderAddress address, ImapRights rights) {
        return rights.allow(Right.Write)
                && request.getMailboxAnnotations().stream()
                        .map(MailboxAnnotation::getKey)
                        .allMatch(SharedAnnotations::isShared);
    }

    /** Without entries all would be meant, private ones among them. */
    private static boolean areShared(Collection<MailboxAnnotationKey> keys) {
        return !keys.isEmpty() && keys.stream().allMatch(SharedAnnotations::isShared);
    }

    private static boolean isShared(MailboxAnnotationKey key) {
        return key.asString().equals(SHARED) || key.asString().startsWith(SHARED + "/");
    }
}
