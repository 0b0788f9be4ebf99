/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import java.util.Optional;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderReference;

/**
 * Rule: a person shares a bounded number of their own folders with one delegate, into whose list of
 * folders they come unasked. An administrator can grant more.
 */
final class SharingLimit {
    private static final int MAX_SHARED_FOLDERS = 100;

    private SharingLimit() {}

    static void require(FolderEntries before, FolderEntries after) {
        long folders = shared(after);
        if (folders > MAX_SHARED_FOLDERS && folders > shared(before)) {
            throw RequestRefusedException.conflict(
                    "At most "
                            + MAX_SHARED_FOLDERS
                            + " folders can be shared with one user from a mail program; ask an"
                            + " administrator to share the mailbox.");
        }
    }

    private static long shared(FolderEntries entries) {
        return entries.asList().stream()
                .filter(entry -> !entry.letters().isEmpty())
                .map(FolderEntry::folder)
                .flatMap(Optional::stream)
                .map(FolderReference::id)
                .distinct()
                .count();
    }
}
