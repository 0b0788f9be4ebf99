/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.ImapRights;

/**
 * The effect of SETACL or DELETEACL on a delegate's grant. All folders of a grant have the same
 * rights; an edit that would need different ones is refused. Immutable.
 */
final class AclEdit {
    private final Username delegate;
    private final Optional<FolderName> folder;

    /**
     * @param folder the folder that is edited; empty for the mailbox as a whole
     */
    AclEdit(Username delegate, Optional<FolderName> folder) {
        this.delegate = delegate;
        this.folder = folder;
    }

    /**
     * @throws RequestRefusedException ({@code CONFLICT}) if the letters are not whole bundles, or
     *     if other folders would get or lose rights too
     */
    Grant set(Grant present, RightsModification modification) {
        boolean isThere = folder.isEmpty() || present.reaches(folder);
        ImapRights wanted = modification.appliedTo(isThere ? present.letters() : ImapRights.NONE);
        if (wanted.isEmpty()) {
            return delete(present);
        }
        Set<DelegationRight> rights =
                wanted.equals(present.letters())
                        ? present.rights()
                        : Sets.union(bundles(wanted), present.sending());
        boolean widens = folder.isPresent() || !modification.onlyTakes();
        return Grant.of(rights, widens ? widened(present, wanted) : present.folders());
    }

    private static ImmutableSet<DelegationRight> bundles(ImapRights letters) {
        return RightBundles.granting(letters)
                .orElseThrow(
                        () ->
                                RequestRefusedException.conflict(
                                        String.format(
                                                "'%s' cannot be granted: rights come in the bundles"
                                                        + " %s, and swiktxe only with lr",
                                                letters, String.join(", ", RightBundles.TIED))));
    }

    private FolderScope widened(Grant present, ImapRights wanted) {
        if (folder.isEmpty()) {
            return FolderScope.everything();
        }
        FolderScope alone = FolderScope.of(folder.stream().collect(ImmutableSet.toImmutableSet()));
        if (present.letters().isEmpty() || present.folders().equals(alone)) {
            return alone;
        }
        if (!present.letters().equals(wanted)) {
            throw RequestRefusedException.conflict(
                    String.format(
                            "%s holds %s on other folders too, and all folders of a delegation"
                                    + " have the same rights; set them on the mailbox's root"
                                    + " (#user.<owner>)",
                            delegate.asString(), present.letters()));
        }
        return present.reaches(folder) ? present.folders() : withOneMore(present, folder.get());
    }

    private static FolderScope withOneMore(Grant present, FolderName folder) {
        try {
            return present.folders().plus(folder);
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.conflict(String.valueOf(e.getMessage()));
        }
    }

    /**
     * @throws RequestRefusedException ({@code CONFLICT}) if the folder would stay delegated,
     *     because it was not named itself, or because a folder above it was named too
     */
    Grant delete(Grant present) {
        if (folder.isEmpty()) {
            return present.ofSendingOnly();
        }
        return present.reaches(folder) ? without(folder.get(), present) : present;
    }

    private Grant without(FolderName removed, Grant present) {
        ImmutableSet<FolderName> named =
                present.folders()
                        .folders()
                        .filter(folders -> folders.contains(removed))
                        .orElseThrow(() -> notNamed(present));
        if (named.size() == 1) {
            return present.ofSendingOnly();
        }
        FolderScope rest = FolderScope.of(Sets.difference(named, ImmutableSet.of(removed)));
        if (rest.covers(removed)) {
            throw notNamed(present);
        }
        return Grant.of(present.rights(), rest);
    }

    private RequestRefusedException notNamed(Grant present) {
        return RequestRefusedException.conflict(
                String.format(
                        "%s holds rights on %s, of which this folder is one; DELETEACL on the"
                                + " mailbox's root (#user.<owner>) ends them all",
                        delegate.asString(),
                        // Not by name: the member who asks may not know of other folders.
                        present.folders().isEverything() ? "all folders" : "a folder above it"));
    }
}
