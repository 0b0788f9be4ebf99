/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entries of one delegation, folder by folder. The most specific one decides: that of the
 * folder alone, else that of the folder with its subfolders, else that of the nearest folder above
 * with its subfolders, else that of the whole mailbox. Immutable.
 */
@AutoValue
public abstract class FolderEntries {
    /** The largest number of entries of one delegation. */
    public static final int MAX_ENTRIES = 1000;

    private static final FolderEntries NONE = new AutoValue_FolderEntries(ImmutableList.of());

    FolderEntries() {}

    /** Returns no entries, which give nothing. */
    public static FolderEntries none() {
        return NONE;
    }

    /** Returns one entry for the whole mailbox; none if there are no rights to give. */
    public static FolderEntries ofMailbox(ImapRights letters) {
        return letters.isEmpty() ? NONE : of(List.of(FolderEntry.ofMailbox(letters)));
    }

    /**
     * @throws IllegalArgumentException if there are more than {@value #MAX_ENTRIES}, or two of one
     *     kind for the same folder
     */
    public static FolderEntries of(Collection<FolderEntry> entries) {
        checkArgument(
                entries.size() <= MAX_ENTRIES,
                "There are %s entries, and a delegation can have at most %s; give rights to a"
                        + " folder above with its subfolders instead, or to the whole mailbox",
                entries.size(),
                MAX_ENTRIES);
        Set<Object> places = new HashSet<>();
        for (FolderEntry entry : entries) {
            checkArgument(
                    places.add(placeOf(entry)),
                    "There are two entries for %s",
                    entry.folder().map(Object::toString).orElse("the whole mailbox"));
        }
        return new AutoValue_FolderEntries(
                Stream.concat(
                                entries.stream()
                                        .filter(FolderEntry::isOfMailbox)
                                        .filter(entry -> !entry.letters().isEmpty()),
                                entries.stream().filter(entry -> !entry.isOfMailbox()))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static List<Object> placeOf(FolderEntry entry) {
        return List.of(entry.folder().map(FolderReference::id), entry.coversSubfolders());
    }

    /**
     * Returns the entries in the order in which they were given, but that of the whole mailbox
     * first, and only if it gives anything: without one, nothing is given either.
     */
    public abstract ImmutableList<FolderEntry> asList();

    /** Returns what is given in the whole mailbox, where no entry of a folder decides. */
    @Memoized
    public ImapRights lettersOfMailbox() {
        return asList().stream()
                .filter(FolderEntry::isOfMailbox)
                .map(FolderEntry::letters)
                .findFirst()
                .orElse(ImapRights.NONE);
    }

    @Memoized
    EntriesByFolder byFolder() {
        return EntriesByFolder.of(asList());
    }

    /** Returns whether all folders have the same rights, so that it does not matter which it is. */
    @Memoized
    public boolean areUniform() {
        return asList().stream().allMatch(FolderEntry::isOfMailbox);
    }

    /**
     * Returns what the most specific entry gives there. Where the folder is gone, it is not known
     * which one that was: nothing is given, unless all folders have the same rights.
     */
    public ImapRights lettersIn(FolderPlace place) {
        if (areUniform()) {
            return lettersOfMailbox();
        }
        return place.name().isPresent()
                ? byFolder().lettersIn(place).orElseGet(this::lettersOfMailbox)
                : ImapRights.NONE;
    }

    /** Returns the rights that are held in every folder, present and future. */
    @Memoized
    public ImapRights lettersEverywhere() {
        return asList().stream()
                .map(FolderEntry::letters)
                .reduce(lettersOfMailbox(), ImapRights::cappedBy);
    }

    /** Returns the rights that are held in at least one place. */
    @Memoized
    public ImapRights lettersSomewhere() {
        return asList().stream()
                .map(FolderEntry::letters)
                .reduce(ImapRights.NONE, ImapRights::plus);
    }

    /** Returns whether no entry gives anything anywhere. */
    public boolean giveNothing() {
        return lettersSomewhere().isEmpty();
    }

    /** Returns whether an entry is about that folder. */
    public boolean name(FolderId folder) {
        return byFolder().name(folder);
    }

    /** Returns whether a folder without an entry of its own may be given rights by another. */
    public boolean coverMore() {
        return asList().stream()
                .anyMatch(entry -> entry.coversSubfolders() && !entry.letters().isEmpty());
    }

    /** Returns the same entries with this one in the place of that for the same folder. */
    public FolderEntries with(FolderEntry added) {
        List<FolderEntry> changed = new ArrayList<>(asList());
        int present = indexOf(added);
        if (present < 0) {
            changed.add(added);
        } else {
            changed.set(present, added);
        }
        return of(changed);
    }

    private int indexOf(FolderEntry wanted) {
        List<List<Object>> places =
                asList().stream().map(FolderEntries::placeOf).collect(Collectors.toList());
        return places.indexOf(placeOf(wanted));
    }

    /** Returns the same entries without that of the whole mailbox. */
    public FolderEntries withoutMailbox() {
        return keeping(entry -> !entry.isOfMailbox());
    }

    /** Returns the same entries without that of the folder alone. */
    public FolderEntries withoutAlone(FolderId folder) {
        return keeping(entry -> entry.coversSubfolders() || !isAbout(entry, folder));
    }

    /** Returns the same entries without those of the folder, which is gone. */
    public FolderEntries without(FolderId folder) {
        return keeping(entry -> !isAbout(entry, folder));
    }

    private static boolean isAbout(FolderEntry entry, FolderId folder) {
        return entry.folder().filter(one -> one.id().equals(folder)).isPresent();
    }

    private FolderEntries keeping(Predicate<FolderEntry> kept) {
        return of(asList().stream().filter(kept).collect(ImmutableList.toImmutableList()));
    }

    /**
     * Returns the same entries with the folders' present names, without those whose folders are
     * gone.
     */
    public FolderEntries asNamedIn(Map<FolderId, FolderName> folders) {
        ImmutableList.Builder<FolderEntry> named = ImmutableList.builder();
        for (FolderEntry entry : asList()) {
            if (entry.isOfMailbox()) {
                named.add(entry);
            } else {
                entry.folder()
                        .map(folder -> folders.get(folder.id()))
                        .map(entry::named)
                        .ifPresent(named::add);
            }
        }
        return of(named.build());
    }

    /** Returns whether both give the same, whatever their folders were called, in any order. */
    public boolean giveTheSameAs(FolderEntries other) {
        return letters().equals(other.letters());
    }

    private Map<List<Object>, ImapRights> letters() {
        return asList().stream()
                .collect(Collectors.toMap(FolderEntries::placeOf, FolderEntry::letters));
    }

    /** Returns the ids of the folders that entries are about. */
    public ImmutableSet<FolderId> folders() {
        return asList().stream()
                .map(FolderEntry::folder)
                .flatMap(Optional::stream)
                .map(FolderReference::id)
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public final String toString() {
        return asList().stream().map(FolderEntry::toString).collect(Collectors.joining("|"));
    }
}
