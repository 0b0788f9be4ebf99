/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderName;

/**
 * The Personal Namespace (RFC 2342 §3): one's own folders, e.g. {@code INBOX}, or {@code
 * #private.INBOX} in full.
 */
public final class PersonalNamespace {
    private static final String FULL = "#private" + FolderName.DELIMITER;

    private PersonalNamespace() {}

    /** Returns the folder of that name; empty if no folder can have it. */
    public static Optional<FolderAddress> parse(Username owner, String name) {
        String folder = name.startsWith(FULL) ? name.substring(FULL.length()) : name;
        return FolderName.parse(folder).map(parsed -> FolderAddress.of(owner, parsed));
    }
}
