/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import java.util.function.Function;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.ImapRights;

/** A folder that a command names, whether or not it exists, and the delegate's access to it. */
@AutoValue
public abstract class ResolvedFolder {
    ResolvedFolder() {}

    static ResolvedFolder of(
            FolderAddress address, Access access, Function<FolderName, FolderPlace> places) {
        return new AutoValue_ResolvedFolder(address, access, places);
    }

    /** Returns the owner and name of the folder. */
    public abstract FolderAddress address();

    /** Returns what the delegate may do in the owner's mailbox. */
    public abstract Access access();

    abstract Function<FolderName, FolderPlace> places();

    /** Returns another folder of the same owner, by the same access. */
    public ResolvedFolder at(FolderName folder) {
        return of(FolderAddress.of(address().owner(), folder), access(), places());
    }

    /** Returns the place of the folder, whose ids are the same for the whole command. */
    @Memoized
    FolderPlace place() {
        return places().apply(address().folder());
    }

    /** Returns what the delegate may do in this folder, or could if it were made. May block. */
    @Memoized
    public ImapRights rights() {
        return access().imapRightsIn(place());
    }
}
