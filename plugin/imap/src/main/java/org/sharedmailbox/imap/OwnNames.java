/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderName;

/** The names of a member's own folders: {@code INBOX}, or {@code #private.INBOX} in full. */
final class OwnNames {
    private static final String FULL = "#private" + FolderName.DELIMITER;

    private OwnNames() {}

    /** The folder of that name; empty if no folder can be named so. */
    static Optional<FolderAddress> parse(Username member, String name) {
        try {
            String folder = name.startsWith(FULL) ? name.substring(FULL.length()) : name;
            return Optional.of(FolderAddress.of(member, FolderName.of(folder)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
