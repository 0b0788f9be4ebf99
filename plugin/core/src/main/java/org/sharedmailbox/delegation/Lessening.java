/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.Validity;

/**
 * A change of a delegation that gives nothing, at any time and in any folder, that it does not give
 * as it is. Where that is not certain, the change does not count as one.
 */
final class Lessening {
    private Lessening() {}

    /** Decides whether one that has not ended gives nothing new as it is wanted. */
    static boolean isLessening(Delegation present, Delegation wanted, Instant now) {
        return present.sendRights().containsAll(wanted.sendRights())
                && holdsNoLonger(present.validity(), wanted.validity(), now)
                && giveNothingNew(present.entries(), wanted.entries())
                && (wanted.autoReply().isEmpty() || wanted.autoReply().equals(present.autoReply()));
    }

    private static boolean holdsNoLonger(Validity present, Validity wanted, Instant now) {
        boolean startsNoEarlier =
                present.hasStartedAt(now)
                        || wanted.notBefore()
                                .filter(
                                        start ->
                                                !present.notBefore()
                                                        .filter(start::isBefore)
                                                        .isPresent())
                                .isPresent();
        boolean endsNoLater =
                present.notAfter()
                        .map(end -> wanted.notAfter().filter(one -> !one.isAfter(end)).isPresent())
                        .orElse(true);
        return startsNoEarlier && endsNoLater;
    }

    /**
     * Compares place by place, without asking which folder lies below which: folders move. Where
     * another entry decides than before, one was added or taken away. An added one may decide
     * anywhere, so it gives no more than what is held everywhere. In the place of one that was
     * taken away, a wider one decides, which may give more: an entry with fewer letters hides.
     */
    static boolean giveNothingNew(FolderEntries present, FolderEntries wanted) {
        Map<List<Object>, ImapRights> before = byPlace(present, entry -> true);
        Map<List<Object>, ImapRights> after = byPlace(wanted, entry -> true);
        ImapRights wide =
                byPlace(wanted, FolderEntry::coversSubfolders).values().stream()
                        .reduce(wanted.lettersOfMailbox(), ImapRights::plus);
        return isWithin(wanted.lettersOfMailbox(), present.lettersOfMailbox())
                && after.entrySet().stream()
                        .allMatch(
                                entry ->
                                        isWithin(
                                                entry.getValue(),
                                                before.getOrDefault(
                                                        entry.getKey(),
                                                        present.lettersEverywhere())))
                && before.entrySet().stream()
                        .filter(entry -> !after.containsKey(entry.getKey()))
                        .allMatch(entry -> isWithin(wide, entry.getValue()));
    }

    /** Leaves out that of the whole mailbox, which is always there, with or without letters. */
    private static Map<List<Object>, ImapRights> byPlace(
            FolderEntries entries, Predicate<FolderEntry> which) {
        return entries.asList().stream()
                .filter(entry -> entry.folder().isPresent())
                .filter(which)
                .collect(Collectors.toMap(Lessening::place, FolderEntry::letters));
    }

    private static List<Object> place(FolderEntry entry) {
        Optional<FolderId> folder = entry.folder().map(FolderReference::id);
        return List.of(folder, entry.coversSubfolders());
    }

    private static boolean isWithin(ImapRights letters, ImapRights others) {
        return letters.minus(others).isEmpty();
    }
}
