/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;

/** The contract of the audit log, for every database. */
public interface AuditLogContract {
    AuditLog auditLog();

    @Test
    default void anEmptyLogTellsNothing() {
        assertThat(auditLog().ofMailbox(SUPPORT, 10)).isEmpty();
    }

    @Test
    default void everyActionFromEverySourceIsReadAsItWasWritten() {
        for (AuditAction action : AuditAction.values()) {
            for (AuditSource source : AuditSource.values()) {
                AuditEntry entry =
                        AuditEntry.of(
                                NOON,
                                Actor.of("somebody", source),
                                action,
                                SUPPORT,
                                Optional.of(ALICE),
                                ImmutableMap.of("rights", "[READ]", "note", "für \"Zoë\" \\ 夏 ☀️"));

                auditLog().append(entry);

                assertThat(auditLog().ofMailbox(SUPPORT, 1)).containsExactly(entry);
            }
        }
    }

    @Test
    default void theNewestEntryComesFirstAndOthersMailboxesAreLeftOut() {
        AuditEntry first = entry(SUPPORT, "1");
        AuditEntry second = entry(SUPPORT, "2");
        AuditEntry third = entry(SUPPORT, "3");
        auditLog().append(first);
        auditLog().append(entry(SALES, "x"));
        auditLog().append(second);
        auditLog().append(third);

        assertThat(auditLog().ofMailbox(SUPPORT, 10)).containsExactly(third, second, first);
        assertThat(auditLog().ofMailbox(SUPPORT, 2)).containsExactly(third, second);
    }

    @Test
    default void anEntryNeedsNeitherSubjectNorDetails() {
        AuditEntry bare =
                AuditEntry.of(
                        NOON,
                        ADMINISTRATOR,
                        AuditAction.MAILBOX_DELETED,
                        SUPPORT,
                        Optional.empty(),
                        ImmutableMap.of());

        auditLog().append(bare);

        assertThat(auditLog().ofMailbox(SUPPORT, 10)).containsExactly(bare);
    }

    @Test
    default void detailsOfAnyLengthAreKeptWhole() {
        AuditEntry long1 = entry(SUPPORT, Strings.repeat("\"Ordner\", ", 200_000));

        auditLog().append(long1);

        assertThat(auditLog().ofMailbox(SUPPORT, 10)).containsExactly(long1);
    }

    @Test
    default void theLongestNamesAreKept() {
        Username longest = Username.of(Strings.repeat("a", 243) + "@example.com");
        AuditEntry entry =
                AuditEntry.of(
                        NOON,
                        Actor.member(longest, AuditSource.IMAP),
                        AuditAction.ACCESS_DENIED,
                        longest,
                        Optional.of(longest),
                        ImmutableMap.of());

        auditLog().append(entry);

        assertThat(auditLog().ofMailbox(longest, 10)).containsExactly(entry);
    }

    @Test
    default void anEntryCanStandForAnEarlierOne() {
        AuditEntry first = entry(SUPPORT, "1");
        AuditEntry second = entry(SUPPORT, "2");
        AuditEntry third = entry(SUPPORT, "3");
        auditLog().append(first);
        long id = auditLog().appendInPlaceOf(OptionalLong.empty(), second);

        assertThat(auditLog().appendInPlaceOf(OptionalLong.of(id), third)).isGreaterThan(id);

        assertThat(auditLog().ofMailbox(SUPPORT, 10)).containsExactly(third, first);
    }

    private static AuditEntry entry(Username mailbox, String note) {
        return entry(AuditAction.DELEGATION_GRANTED, mailbox, note);
    }

    private static AuditEntry entry(AuditAction action, Username mailbox, String note) {
        return AuditEntry.of(
                NOON,
                ADMINISTRATOR,
                action,
                mailbox,
                Optional.of(ALICE),
                ImmutableMap.of("note", note));
    }
}
