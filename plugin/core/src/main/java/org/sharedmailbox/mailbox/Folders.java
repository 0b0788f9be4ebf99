/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import org.apache.james.core.Username;
import org.sharedmailbox.delegation.FolderName;

/** The folders of an account in James. Safe for use by many threads. */
public interface Folders {
    boolean exists(Username owner, FolderName folder);

    /** Creates those that are not there yet. */
    void ensure(Username owner, Iterable<FolderName> folders);

    /** Deletes all folders and the mail in them. */
    void deleteAll(Username owner);
}
