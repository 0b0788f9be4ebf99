/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.MovableClock;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.store.TestStores;

/** Changes of one pair to and fro, in the audit log of a real database. */
class RepeatedChangesTest {
    private static final Actor OWNER = Actor.member(SUPPORT, AuditSource.IMAP);

    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final MovableClock clock = MovableClock.at(NOON);
    private RepeatedChanges changes;

    @BeforeEach
    void open() {
        changes =
                new RepeatedChanges(database.stores().auditLog(), database.stores().transactions());
    }

    @Test
    void theFirstOfAMinuteAreRecordedAndTheRestIsOneEntry() {
        IntStream.rangeClosed(1, 126).forEach(n -> change(OWNER, BOB, "c" + n));

        assertThat(entries())
                .containsExactly(
                        "c1",
                        "c2",
                        "c3",
                        "c4",
                        "c5",
                        "c6",
                        "c7",
                        "c8",
                        "c9",
                        "c10",
                        "c126 for 116 since " + NOON);
    }

    @Test
    void whatWasGivenForAMomentIsNotHidden() {
        IntStream.rangeClosed(1, 11).forEach(n -> change(OWNER, BOB, "c" + n));
        change(OWNER, BOB, "peak");
        change(OWNER, BOB, "last");

        assertThat(database.stores().auditLog().ofMailbox(SUPPORT, 1).get(0).details())
                .containsEntry("what", "last")
                .containsEntry("changes", "3")
                .containsEntry("letters", "lrswikxte");
    }

    @Test
    void theNextMinuteBeginsAnew() {
        IntStream.rangeClosed(1, 12).forEach(n -> change(OWNER, BOB, "c" + n));
        clock.advance(Duration.ofMinutes(1));
        change(OWNER, BOB, "next");

        assertThat(entries()).hasSize(12).endsWith("next");
    }

    @Test
    void otherPairsAreRecordedByThemselves() {
        IntStream.rangeClosed(1, 20).forEach(n -> change(OWNER, BOB, "c" + n));
        change(OWNER, ALICE, "alice");
        change(Actor.member(BOB, AuditSource.IMAP), BOB, "by bob");

        assertThat(entries()).hasSize(13).endsWith("alice", "by bob");
    }

    /** Folders that people share and delete, again and again. */
    @Test
    void whatFollowsByItselfIsMergedToo() {
        IntStream.rangeClosed(1, 30).forEach(n -> change(Actor.system(), BOB, "c" + n));

        assertThat(entries()).hasSize(11).last().asString().startsWith("c30 for 20 ");
    }

    @Test
    void whatAdministratorsDoIsAllRecorded() {
        IntStream.range(0, 100).forEach(n -> change(ADMINISTRATOR, BOB, "c" + n));

        assertThat(entries()).hasSize(100);
    }

    @Test
    void aChangeThatIsRolledBackTakesNoEntryWithIt() {
        IntStream.rangeClosed(1, 15).forEach(n -> change(OWNER, BOB, "c" + n));
        try {
            database.stores()
                    .transactions()
                    .inTransaction(
                            () -> {
                                record(OWNER, BOB, "undone");
                                throw new IllegalStateException("undone");
                            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("undone");
        }
        assertThat(entries()).hasSize(11).last().asString().startsWith("c15 for 5 ");

        change(OWNER, BOB, "c16");
        assertThat(entries()).hasSize(11).last().asString().startsWith("c16 for 6 ");
    }

    private void change(Actor actor, Username delegate, String what) {
        database.stores()
                .transactions()
                .inTransaction(
                        () -> {
                            record(actor, delegate, what);
                            return true;
                        });
    }

    private void record(Actor actor, Username delegate, String what) {
        changes.record(
                AuditEntry.of(
                        clock.instant(),
                        actor,
                        AuditAction.DELEGATION_CHANGED,
                        SUPPORT,
                        Optional.of(delegate),
                        ImmutableMap.of("what", what)),
                ImapRights.ofLetters(what.startsWith("peak") ? "lrswitkxe" : "lr"));
    }

    /** Returns what the entries say, oldest first. */
    private List<String> entries() {
        return Lists.reverse(database.stores().auditLog().ofMailbox(SUPPORT, 1_000)).stream()
                .map(AuditEntry::details)
                .map(
                        details ->
                                details.get("what")
                                        + (details.containsKey("changes")
                                                ? " for "
                                                        + details.get("changes")
                                                        + " since "
                                                        + details.get("since")
                                                : ""))
                .collect(ImmutableList.toImmutableList());
    }
}
