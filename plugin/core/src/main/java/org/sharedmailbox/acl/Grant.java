/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.ImapRights;

/** The rights that a delegation gives, and the folders on which it gives them; or nothing. */
@AutoValue
abstract class Grant {
    Grant() {}

    static Grant of(Optional<Delegation> present) {
        return present.map(delegation -> of(delegation.rights(), delegation.folders()))
                .orElseGet(() -> of(ImmutableSet.of(), FolderScope.everything()));
    }

    static Grant of(Set<DelegationRight> rights, FolderScope folders) {
        return new AutoValue_Grant(Sets.immutableEnumSet(rights), folders);
    }

    /** Returns the rights; empty if nothing is given. */
    abstract ImmutableSet<DelegationRight> rights();

    abstract FolderScope folders();

    boolean isNothing() {
        return rights().isEmpty();
    }

    ImapRights letters() {
        return ImapRights.givenBy(rights());
    }

    ImmutableSet<DelegationRight> sending() {
        return rights().stream()
                .filter(DelegationRight::isForSending)
                .collect(Sets.toImmutableEnumSet());
    }

    /** Returns what is left without folders: the rights to send. */
    Grant ofSendingOnly() {
        return of(sending(), FolderScope.everything());
    }

    /**
     * Returns whether any IMAP rights are given on that folder, or on the mailbox as a whole if it
     * is empty.
     */
    boolean reaches(Optional<FolderName> folder) {
        return !letters().isEmpty()
                && folder.map(folders()::covers).orElseGet(folders()::isEverything);
    }

    /** Returns whether the other grant gives all that this one gives. */
    boolean isWithin(Grant other) {
        return other.letters().asSet().containsAll(letters().asSet())
                && other.sending().containsAll(sending())
                && (letters().isEmpty() || isWithin(folders(), other.folders()));
    }

    private static boolean isWithin(FolderScope inner, FolderScope outer) {
        return outer.isEverything()
                || inner.folders()
                        .map(named -> named.stream().allMatch(outer::covers))
                        .orElse(false);
    }
}
