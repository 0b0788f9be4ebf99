/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.ImapRights;

/** The variables of {@code access.txt}: what a delegation allows, in words that people know. */
final class AccessValues {
    /** A mail that names a thousand folders tells nobody more. */
    private static final int MAX_PLACES = 50;

    private AccessValues() {}

    static Map<String, Object> of(Delegation delegation) {
        List<FolderEntry> entries = delegation.entries().asList();
        ImmutableMap.Builder<String, Object> values =
                ImmutableMap.<String, Object>builder()
                        .put("mail", !delegation.entries().giveNothing())
                        .put(
                                "places",
                                entries.stream()
                                        .limit(MAX_PLACES)
                                        .map(AccessValues::place)
                                        .collect(toList()))
                        .put("sendAs", delegation.sendRights().contains(DelegationRight.SEND_AS))
                        .put(
                                "sendOnBehalf",
                                delegation.sendRights().contains(DelegationRight.SEND_ON_BEHALF));
        if (entries.size() > MAX_PLACES) {
            values.put("morePlaces", entries.size() - MAX_PLACES);
        }
        return values.build();
    }

    private static Map<String, Object> place(FolderEntry entry) {
        ImapRights letters = entry.letters();
        return ImmutableMap.<String, Object>builder()
                .put("mailbox", entry.folder().isEmpty())
                .put("folder", entry.folder().map(folder -> folder.name().asString()).orElse(""))
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
