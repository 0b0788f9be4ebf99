/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.MovableClock;
import org.sharedmailbox.store.TestStores;

/** Refusals in the audit log of a real database: bounded, whatever a client does, and none lost. */
class RefusalLogTest {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    private final MovableClock clock = MovableClock.at(NOON);
    private final RecordedActions actions = new RecordedActions();
    private RefusalLog refusals;

    @BeforeEach
    void open() {
        refusals = new RefusalLog(database.stores().auditLog(), actions, clock);
    }

    @Test
    void equalOnesAreRecordedOnceAMinuteAndCounted() {
        assertThat(refuse(ALICE, SUPPORT, "a")).isTrue();
        assertThat(refuse(ALICE, SUPPORT, "a")).isFalse();
        clock.advance(Duration.ofMillis(59_999));
        assertThat(refuse(ALICE, SUPPORT, "a")).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(refuse(ALICE, SUPPORT, "a")).isTrue();

        assertThat(entries(SUPPORT)).containsExactly("a", "2 left out", "a");
    }

    @Test
    void ofManyThatDifferTwentyAreRecordedAndTheOthersCounted() {
        IntStream.range(0, 1_000).forEach(n -> refuse(ALICE, SUPPORT, "r" + n));
        assertThat(entries(SUPPORT)).hasSize(20);
        assertThat(actions.of(AuditAction.ACCESS_DENIED))
                .as("for the metrics, each")
                .isEqualTo(1_000);

        clock.advance(Duration.ofMinutes(1));
        refusals.recordRest();

        assertThat(entries(SUPPORT)).hasSize(21).endsWith("980 left out");
        refusals.recordRest();
        assertThat(entries(SUPPORT)).hasSize(21);
    }

    @Test
    void theRestIsNotToldBeforeItsMinuteIsOver() {
        refuse(ALICE, SUPPORT, "a");
        refuse(ALICE, SUPPORT, "a");

        refusals.recordRest();

        assertThat(entries(SUPPORT)).containsExactly("a");
    }

    @Test
    void eachActorAndActionIsBoundedByItself() {
        IntStream.range(0, 50).forEach(n -> refuse(ALICE, SUPPORT, "r" + n));

        assertThat(refuse(BOB, SUPPORT, "b")).isTrue();
        assertThat(refusals.record(refusal(ALICE, AuditAction.MAIL_REFUSED, SUPPORT, "m")))
                .isTrue();
    }

    @Test
    void theRestOfSeveralMailboxesIsFiledUnderTheActor() {
        for (int n = 0; n < 2; n++) {
            refuse(ALICE, SUPPORT, "a");
            refuse(ALICE, SALES, "a");
        }
        clock.advance(Duration.ofMinutes(1));
        refusals.recordRest();

        assertThat(entries(SUPPORT)).containsExactly("a");
        assertThat(entries(SALES)).containsExactly("a");
        assertThat(entries(ALICE)).containsExactly("2 left out");
    }

    @Test
    void whatCannotBeWrittenIsCountedUntilItCan() {
        database.sql("alter table audit_entry rename to away");
        assertThat(refuse(ALICE, SUPPORT, "a")).isFalse();
        assertThat(refuse(ALICE, SUPPORT, "b")).isFalse();
        clock.advance(Duration.ofMinutes(1));
        refusals.recordRest();
        database.sql("alter table away rename to audit_entry");

        clock.advance(Duration.ofMinutes(1));
        refusals.recordRest();

        assertThat(entries(SUPPORT)).containsExactly("2 left out");
    }

    @Test
    void oneThatCannotBeCompletedIsCountedUntilItCan() {
        AtomicBoolean answers = new AtomicBoolean();
        assertThat(
                        refusals.record(
                                refusal(ALICE, AuditAction.ACCESS_DENIED, SUPPORT, "a"),
                                entry -> {
                                    if (!answers.get()) {
                                        throw new IllegalStateException("James does not answer");
                                    }
                                    return entry;
                                }))
                .isFalse();
        clock.advance(Duration.ofMinutes(1));
        refusals.recordRest();
        assertThat(entries(SUPPORT)).isEmpty();

        answers.set(true);
        clock.advance(Duration.ofMinutes(1));
        refusals.recordRest();

        assertThat(entries(SUPPORT)).containsExactly("1 left out");
    }

    @Test
    void theRestIsCompletedLikeTheOthers() {
        for (int n = 0; n < 3; n++) {
            refusals.record(
                    refusal(ALICE, AuditAction.MAIL_REFUSED, BOB, "a"),
                    entry -> entry.filedUnder(ALICE, "address"));
        }
        clock.advance(Duration.ofMinutes(1));
        refusals.recordRest();

        assertThat(entries(BOB)).isEmpty();
        assertThat(entries(ALICE)).containsExactly("a", "2 left out");
    }

    @Test
    void aClockThatIsSetBackSilencesNobody() {
        refuse(ALICE, SUPPORT, "a");
        clock.set(NOON.minusSeconds(3600));

        assertThat(refuse(ALICE, SUPPORT, "a")).isTrue();
    }

    @Test
    void twoThatComeInTheWrongOrderAreStillAlike() {
        refuse(ALICE, SUPPORT, "a");
        clock.set(NOON.minusMillis(5));

        assertThat(refuse(ALICE, SUPPORT, "a")).isFalse();
    }

    @Test
    void whatWasCountedIsWrittenBeforeJamesStops() {
        refuse(ALICE, SUPPORT, "a");
        refuse(ALICE, SUPPORT, "a");

        refusals.close();

        assertThat(entries(SUPPORT)).containsExactly("a", "1 left out");
    }

    private boolean refuse(Username actor, Username mailbox, String what) {
        return refusals.record(refusal(actor, AuditAction.ACCESS_DENIED, mailbox, what));
    }

    private AuditEntry refusal(Username actor, AuditAction action, Username mailbox, String what) {
        return AuditEntry.of(
                clock.instant(),
                Actor.member(actor, AuditSource.IMAP),
                action,
                mailbox,
                Optional.empty(),
                ImmutableMap.of("what", what));
    }

    /** Returns what the mailbox's entries say, oldest first. */
    private List<String> entries(Username mailbox) {
        return Lists.reverse(database.stores().auditLog().ofMailbox(mailbox, 10_000)).stream()
                .map(AuditEntry::details)
                .map(
                        details ->
                                details.containsKey("leftOut")
                                        ? details.get("leftOut") + " left out"
                                        : String.valueOf(details.get("what")))
                .collect(ImmutableList.toImmutableList());
    }
}
