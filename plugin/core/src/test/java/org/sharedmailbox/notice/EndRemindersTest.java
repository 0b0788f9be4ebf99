/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.NoticeRecipients;
import org.sharedmailbox.model.Validity;

/** Who is told that a delegation ends soon. */
class EndRemindersTest extends PluginFixture {
    private static final Instant END = NOON.plus(Duration.ofDays(10));

    private Plugin plugin;
    private EndReminders reminders;

    EndRemindersTest() {
        super(new JamesInMemory().with(ALICE, BOB));
    }

    @BeforeEach
    void start() {
        plugin = plugin();
        reminders =
                new EndReminders(
                        database.stores().endingDelegations(),
                        new RecordedNotices(
                                database.stores().notices(),
                                database.stores().policies(),
                                database.stores().mailboxes(),
                                new NoticeLimits(plugin.clock, database.stores().transactions()),
                                plugin.clock),
                        database.stores().transactions(),
                        plugin.clock);
    }

    private void grant(Optional<Instant> from, Instant until, NoticeRecipients told) {
        plugin.delegations.grant(
                ALICE,
                BOB,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ))
                        .validity(Validity.of(from, Optional.of(until)))
                        .noticesTo(Optional.of(told))
                        .build(),
                ADMINISTRATOR);
        // What is told of the grant itself.
        told();
    }

    private List<String> told() {
        Notices notices = database.stores().notices();
        List<DueNotice> due = notices.take(plugin.clock.instant(), END, 9);
        due.forEach(one -> notices.remove(one.id()));
        return due.stream()
                .map(one -> one.notice().kind() + " " + one.notice().recipient().getLocalPart())
                .sorted()
                .collect(Collectors.toList());
    }

    @Test
    void threeDaysBeforeTheEndEverybodyConcernedIsToldOnce() {
        grant(Optional.empty(), END, NoticeRecipients.ALL);
        plugin.clock.set(END.minus(Duration.ofDays(3)).minusSeconds(1));
        reminders.remind();
        assertThat(told()).isEmpty();

        plugin.clock.advance(Duration.ofSeconds(1));
        reminders.remind();
        assertThat(told()).containsExactly("ENDING alice", "ENDING bob");

        plugin.clock.advance(Duration.ofHours(1));
        reminders.remind();
        assertThat(told()).isEmpty();
    }

    @Test
    void whoeverIsToldNothingIsNotReminded() {
        grant(Optional.empty(), END, NoticeRecipients.NONE);
        plugin.clock.set(END.minusSeconds(100));
        reminders.remind();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatLastsNoLongerThanThatIsNoNews() {
        grant(Optional.empty(), NOON.plus(Duration.ofDays(2)), NoticeRecipients.DELEGATE);
        reminders.remind();
        assertThat(told()).isEmpty();

        grant(Optional.of(END.minus(Duration.ofDays(2))), END, NoticeRecipients.DELEGATE);
        plugin.clock.set(END.minusSeconds(100));
        reminders.remind();
        assertThat(told()).isEmpty();
    }

    @Test
    void aNewEndIsToldAgain() {
        grant(Optional.empty(), END, NoticeRecipients.DELEGATE);
        plugin.clock.set(END.minus(Duration.ofDays(3)));
        reminders.remind();
        assertThat(told()).containsExactly("ENDING bob");

        Instant later = END.plus(Duration.ofDays(30));
        grant(Optional.empty(), later, NoticeRecipients.DELEGATE);
        plugin.clock.set(later.minus(Duration.ofDays(1)));
        reminders.remind();
        assertThat(told()).containsExactly("ENDING bob");
    }
}
