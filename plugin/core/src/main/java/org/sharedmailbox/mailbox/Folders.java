/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;

/** The folders of an account in James. Thread-safe. */
public interface Folders {
    /**
     * Returns the folder that now has that name; empty if there is none. Every account has an INBOX
     * (RFC 3501 §5.1), also before its owner has ever signed in.
     */
    Optional<FolderId> find(Username owner, FolderName folder);

    /**
     * Returns all folders of the account, INBOX included, by their ids, with their present names.
     */
    Map<FolderId, FolderName> all(Username owner);

    /** Returns whether there is any mail in the account. */
    boolean holdMail(Username owner);

    /**
     * Creates the folders that do not exist yet, and those above them, and subscribes the account
     * to them; none at all if one of them cannot be created.
     *
     * @return the folders that were created, parents first
     */
    List<FolderName> ensure(Username owner, Iterable<FolderName> folders);

    /** Deletes those of the folders that exist, with the mail in them. */
    void delete(Username owner, List<FolderName> folders);

    /**
     * Deletes all folders, with the mail in them.
     *
     * @param goOn is asked before each folder; what is left stays once it answers no
     */
    void deleteAll(Username owner, BooleanSupplier goOn);
}
