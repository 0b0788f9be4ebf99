/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import org.sharedmailbox.delegation.LetterLimits;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.ImapRights;

/**
 * The effect of SETACL or DELETEACL (RFC 4314 §3.1 and §3.2) on the entries of a delegation: on the
 * folder alone, whatever lies below it keeps what it has. Immutable.
 */
final class AclEdit {
    private final AclFolder folder;
    private final LetterLimits limits;

    AclEdit(AclFolder folder, LetterLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /**
     * Returns the entries after a SETACL. Letters without an effect in this mailbox are left out.
     *
     * @throws RequestRefusedException ({@code CONFLICT}) if nothing else was asked for, or if there
     *     would be too many entries
     */
    FolderEntries set(FolderEntries before, RightsModification modification) {
        if (modification.clears()) {
            return delete(before);
        }
        if (!modification.onlyTakes()) {
            limits.permit(modification.letters()).reason().ifPresent(AclEdit::refuse);
        }
        ImapRights present = folder.lettersOf(before).cappedBy(limits.letters());
        ImapRights wanted = modification.appliedTo(present).cappedBy(limits.letters());
        if (wanted.equals(present) && !modification.replaces()) {
            return before;
        }
        return wanted.isEmpty() ? withoutRights(before) : with(before, wanted);
    }

    private FolderEntries with(FolderEntries before, ImapRights letters) {
        try {
            return before.with(folder.entry(letters));
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.conflict(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the entries after a DELETEACL. */
    FolderEntries delete(FolderEntries before) {
        return folder.isRoot() ? FolderEntries.none() : withoutRights(before);
    }

    /** Returns the entries with nothing here, and what there was everywhere else. */
    private FolderEntries withoutRights(FolderEntries before) {
        FolderEntries without =
                folder.folder()
                        .map(one -> before.withoutAlone(one.id()))
                        .orElseGet(before::withoutMailbox);
        return folder.isRoot() || folder.lettersOf(without).isEmpty()
                ? without
                : with(without, ImapRights.NONE);
    }

    private static void refuse(String reason) {
        throw RequestRefusedException.conflict(reason);
    }
}
