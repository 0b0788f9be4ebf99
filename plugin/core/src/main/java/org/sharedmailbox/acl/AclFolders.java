/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.FolderReference;

/** Finds the folders whose access control lists are asked for. Thread-safe; may block. */
final class AclFolders {
    private final Folders folders;

    AclFolders(Folders folders) {
        this.folders = folders;
    }

    /**
     * Returns the folder; empty if there is none.
     *
     * @param name empty for the root
     */
    Optional<AclFolder> find(Username owner, Optional<FolderName> name) {
        return name.isEmpty()
                ? Optional.of(AclFolder.root())
                : name.flatMap(folder -> find(owner, folder));
    }

    private Optional<AclFolder> find(Username owner, FolderName name) {
        FolderPlace place = FolderPlace.of(name, asked -> folders.find(owner, asked));
        return place.id().map(id -> AclFolder.of(FolderReference.of(id, name), place));
    }

    /** Returns the folder; refuses ({@code NOT_FOUND}) if it was deleted or renamed just now. */
    AclFolder require(Username owner, Optional<FolderName> name) {
        return find(owner, name)
                .orElseThrow(() -> RequestRefusedException.notFound("There is no such folder."));
    }
}
