/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.stream.Collectors;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.model.ImapRights;

/** A type of mailbox for every set of rights, which caps what its members may do to just these. */
final class CappedTypes {
    private static final ImmutableSet<Character> LETTERS =
            ImapRights.ALL
                    .letters()
                    .chars()
                    .mapToObj(letter -> (char) letter)
                    .collect(ImmutableSet.toImmutableSet());

    /** These, and those that are built in. */
    static final SharedMailboxTypes ALL =
            SharedMailboxTypes.of(
                    Iterables.concat(
                            ImmutableList.of(SharedMailboxType.TEAM, SharedMailboxType.ARCHIVE),
                            Iterables.transform(
                                    Sets.powerSet(LETTERS),
                                    letters ->
                                            type(
                                                    letters.stream()
                                                            .map(String::valueOf)
                                                            .collect(Collectors.joining())))));

    private CappedTypes() {}

    static SharedMailboxTypeName nameOf(String letters) {
        return SharedMailboxTypeName.of("only-" + ImapRights.ofLetters(letters).letters());
    }

    private static SharedMailboxType type(String letters) {
        return SharedMailboxType.named(nameOf(letters))
                .folders(ImmutableList.of())
                .cap(ImapRights.ofLetters(letters))
                .build();
    }
}
