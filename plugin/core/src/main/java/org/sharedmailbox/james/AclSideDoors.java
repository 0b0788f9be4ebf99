/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.NameType;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.sharedmailbox.model.Excerpt;
import org.sharedmailbox.sidedoor.SideDoor;
import org.sharedmailbox.sidedoor.SideDoorKind;
import org.sharedmailbox.sidedoor.SideDoors;

/** Entries for others in James's own ACLs of an account's folders. */
public class AclSideDoors implements SideDoors {
    private static final int MAX_NAME_LENGTH = 80;
    private static final String OWNER = "owner";

    private final MailboxManager mailboxManager;

    public AclSideDoors(MailboxManager mailboxManager) {
        this.mailboxManager = mailboxManager;
    }

    @Override
    public Stream<SideDoor> of(Username account) {
        MailboxSession session = mailboxManager.createSystemSession(account);
        try {
            return Optional.ofNullable(
                            mailboxManager
                                    .search(
                                            MailboxQuery.privateMailboxesBuilder(session).build(),
                                            MailboxManager.MailboxSearchFetchType.Minimal,
                                            session)
                                    .collectList()
                                    .block())
                    .orElse(ImmutableList.of())
                    .stream()
                    .sorted()
                    .flatMap(folder -> doors(folder, account));
        } catch (RuntimeException e) {
            throw new JamesFailureException(
                    "James cannot list the ACLs of " + account.asString(), e);
        }
    }

    private static Stream<SideDoor> doors(MailboxMetaData folder, Username account) {
        return folder.getMailbox().getACL().getEntries().entrySet().stream()
                .filter(entry -> letsOthersIn(entry.getKey(), account))
                .map(
                        entry ->
                                SideDoor.of(
                                        SideDoorKind.JAMES_ACL,
                                        entry.getKey().serialize(),
                                        entry.getValue().serialize()
                                                + " in "
                                                + Excerpt.oneLine(
                                                        MAX_NAME_LENGTH,
                                                        folder.getPath().getName())));
    }

    private static boolean letsOthersIn(EntryKey key, Username account) {
        boolean owner =
                key.getNameType() == NameType.special
                        ? key.getName().equals(OWNER)
                        : key.getNameType() == NameType.user
                                && key.getName().equals(account.asString());
        return !owner && !key.isNegative();
    }
}
