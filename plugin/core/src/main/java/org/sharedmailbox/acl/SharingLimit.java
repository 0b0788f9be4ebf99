/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.FolderEntries;

/**
 * Rule: a person shares a bounded number of their own folders with one delegate, into whose list of
 * folders they come unasked. An administrator can grant more.
 */
final class SharingLimit {
    private static final int MAX_SHARED_FOLDERS = 100;

    private SharingLimit() {}

    static void require(FolderEntries before, FolderEntries after) {
        int folders = after.folders().size();
        if (folders > MAX_SHARED_FOLDERS && folders > before.folders().size()) {
            throw RequestRefusedException.conflict(
                    "At most "
                            + MAX_SHARED_FOLDERS
                            + " folders can be shared with one user from a mail program; ask an"
                            + " administrator to share the mailbox.");
        }
    }
}
