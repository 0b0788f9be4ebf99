/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import java.util.List;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderName;

/** The folders of an account in James. Thread-safe. */
public interface Folders {
    /** Returns whether an account has it. Each has an INBOX: James makes it when it is needed. */
    boolean exists(Username owner, FolderName folder);

    /**
     * Creates those that are not there yet, and those above them; none if one of them cannot be.
     *
     * @return those that it created, the upper ones first
     */
    List<FolderName> ensure(Username owner, Iterable<FolderName> folders);

    /** Deletes those folders, and the mail in them, as far as they are there. */
    void delete(Username owner, List<FolderName> folders);

    /** Deletes all folders and the mail in them. */
    void deleteAll(Username owner);
}
