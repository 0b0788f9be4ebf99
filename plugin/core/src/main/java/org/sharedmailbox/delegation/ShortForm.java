/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;

/**
 * What a delegation gives, in the names of rights and folders, as far as these can say it: every
 * entry covers subfolders, all have the same letters, and the letters are those of named rights.
 */
@AutoValue
public abstract class ShortForm {
    /** The ways to name rights to mail, none of which says the same as another. */
    private static final ImmutableList<ImmutableSet<DelegationRight>> NAMINGS = namings();

    ShortForm() {}

    static ShortForm of(Delegation delegation) {
        List<FolderEntry> entries = delegation.entries().asList();
        Optional<ImmutableSet<DelegationRight>> named = nameOf(entries);
        boolean saysAll = entries.isEmpty() || named.isPresent();
        Set<DelegationRight> rights =
                Sets.union(delegation.sendRights(), named.orElse(ImmutableSet.of()));
        return new AutoValue_ShortForm(
                Sets.immutableEnumSet(rights), named.flatMap(any -> foldersOf(entries)), saysAll);
    }

    /** Each right to mail alone, and each together with that to manage members. */
    private static ImmutableList<ImmutableSet<DelegationRight>> namings() {
        return Arrays.stream(DelegationRight.values())
                .filter(right -> !right.isForSending())
                .flatMap(
                        right ->
                                Stream.of(
                                        ImmutableSet.of(right),
                                        ImmutableSet.of(right, DelegationRight.MANAGE_MEMBERS)))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<ImmutableSet<DelegationRight>> nameOf(List<FolderEntry> entries) {
        Set<ImapRights> letters =
                entries.stream().map(FolderEntry::letters).collect(Collectors.toSet());
        boolean isUniform =
                letters.size() == 1 && entries.stream().allMatch(FolderEntry::coversSubfolders);
        return isUniform
                ? NAMINGS.stream()
                        .filter(names -> letters.contains(ImapRights.givenBy(names)))
                        .findFirst()
                : Optional.empty();
    }

    /** Returns empty if one of the entries is for all folders: the others say nothing then. */
    private static Optional<ImmutableList<FolderName>> foldersOf(List<FolderEntry> entries) {
        boolean isOfMailbox = entries.stream().anyMatch(entry -> entry.folder().isEmpty());
        return isOfMailbox
                ? Optional.empty()
                : Optional.of(
                        entries.stream()
                                .map(FolderEntry::folder)
                                .flatMap(Optional::stream)
                                .map(FolderReference::name)
                                .collect(ImmutableList.toImmutableList()));
    }

    /**
     * Returns the rights in the order of their declaration; only those to send if {@link #saysAll}
     * is false.
     */
    public abstract ImmutableSet<DelegationRight> rights();

    /**
     * Returns the folders that are covered with their subfolders; empty if all are, or if {@link
     * #saysAll} is false.
     */
    public abstract Optional<ImmutableList<FolderName>> folders();

    /** Returns whether the names say all that the delegation gives. */
    public abstract boolean saysAll();
}
