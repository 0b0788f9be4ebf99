/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import java.util.List;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderName;

/** The folders of an account in James. Thread-safe. */
public interface Folders {
    /**
     * Returns whether the account has the folder. Every account has an INBOX: James creates it when
     * it is needed.
     */
    boolean exists(Username owner, FolderName folder);

    /**
     * Creates the folders that do not exist yet, and those above them; none at all if one of them
     * cannot be created.
     *
     * @return the folders that were created, parents first
     */
    List<FolderName> ensure(Username owner, Iterable<FolderName> folders);

    /** Deletes those of the folders that exist, with the mail in them. */
    void delete(Username owner, List<FolderName> folders);

    /** Deletes all folders, with the mail in them. */
    void deleteAll(Username owner);
}
