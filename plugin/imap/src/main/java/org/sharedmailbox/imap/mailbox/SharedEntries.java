/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import java.util.Collection;
import org.apache.james.mailbox.model.MailboxAnnotationKey;

/**
 * The {@code /shared} entries of METADATA (RFC 5464 §3). {@code /private} ones are refused: James
 * keeps one value for all, and it is the owner's.
 */
final class SharedEntries {
    private static final String SHARED = "/shared";

    private SharedEntries() {}

    /** Decides whether only shared entries are named: none would mean all, private ones too. */
    static boolean areShared(Collection<MailboxAnnotationKey> keys) {
        return !keys.isEmpty() && keys.stream().allMatch(SharedEntries::isShared);
    }

    static boolean isShared(MailboxAnnotationKey key) {
        return key.asString().equals(SHARED) || key.asString().startsWith(SHARED + "/");
    }
}
