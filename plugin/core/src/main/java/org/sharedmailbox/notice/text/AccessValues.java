/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Excerpt;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.notice.Notice;

/** The variables of {@code access.txt}: what a delegation allows, in words that people know. */
final class AccessValues {
    /** A mail that names a thousand folders tells nobody more. */
    private static final int MAX_PLACES = 50;

    /** Whoever shares folders chooses their names, and could write to others by them. */
    private static final int MAX_PLACES_OF_PEOPLE = 5;

    private static final int MAX_NAME_OF_PEOPLE = 60;

    private AccessValues() {}

    /**
     * Returns the values.
     *
     * @param limit the letters that have an effect
     * @param notice in which they are: others than the owner are not told the names of folders that
     *     they cannot see
     */
    static Map<String, Object> of(Delegation delegation, ImapRights limit, Notice notice) {
        int most = notice.isByPeople() ? MAX_PLACES_OF_PEOPLE : MAX_PLACES;
        int length = notice.isByPeople() ? MAX_NAME_OF_PEOPLE : Integer.MAX_VALUE;
        List<FolderEntry> entries =
                delegation.entries().asList().stream()
                        .filter(
                                entry ->
                                        notice.isToOwner()
                                                || isVisible(entry.letters().cappedBy(limit)))
                        .collect(toList());
        ImmutableMap.Builder<String, Object> values =
                ImmutableMap.<String, Object>builder()
                        .put(
                                "mail",
                                !delegation.entries().lettersSomewhere().cappedBy(limit).isEmpty())
                        .put(
                                "places",
                                entries.stream()
                                        .limit(most)
                                        .map(
                                                entry ->
                                                        place(
                                                                entry,
                                                                length,
                                                                entry.letters().cappedBy(limit)))
                                        .collect(toList()))
                        .put("sendAs", delegation.sendRights().contains(DelegationRight.SEND_AS))
                        .put(
                                "sendOnBehalf",
                                delegation.sendRights().contains(DelegationRight.SEND_ON_BEHALF));
        if (entries.size() > most) {
            values.put("morePlaces", entries.size() - most);
        }
        return values.build();
    }

    private static boolean isVisible(ImapRights letters) {
        return letters.allowAnyOf(Right.Lookup, Right.Read);
    }

    private static Map<String, Object> place(FolderEntry entry, int length, ImapRights letters) {
        return ImmutableMap.<String, Object>builder()
                .put("mailbox", entry.folder().isEmpty())
                .put(
                        "folder",
                        entry.folder()
                                .map(folder -> Excerpt.within(length, folder.name().asString()))
                                .orElse(""))
                .put("subfolders", entry.folder().isPresent() && entry.coversSubfolders())
                .put("letters", letters.letters())
                .put("nothing", letters.isEmpty())
                .put(
                        "full",
                        ImapRights.givenBy(List.of(DelegationRight.READ_AND_MANAGE))
                                .minus(letters)
                                .isEmpty())
                .put("read", letters.allow(Right.Read))
                .put("mark", letters.allowAnyOf(Right.WriteSeenFlag, Right.Write))
                .put("add", letters.allow(Right.Insert))
                .put("remove", letters.allowAnyOf(Right.DeleteMessages, Right.PerformExpunge))
                .put("structure", letters.allowAnyOf(Right.CreateMailbox, Right.DeleteMailbox))
                .put("members", letters.allow(Right.Administer))
                .build();
    }
}
