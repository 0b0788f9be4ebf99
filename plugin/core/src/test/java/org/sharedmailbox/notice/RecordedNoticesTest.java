/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.administration.SharedMailboxRequest;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.GrantRequest;
import org.sharedmailbox.delegation.SuspensionAction;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.NoticeRecipients;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;

/** Who is to be told what, after the plugin's services have changed something. */
class RecordedNoticesTest extends PluginFixture {
    private static final DelegationTerms READ =
            DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build();
    private static final DelegationTerms TOLD =
            READ.toBuilder().noticesTo(Optional.of(NoticeRecipients.ALL)).build();

    private Plugin plugin;

    RecordedNoticesTest() {
        super(
                new JamesInMemory()
                        .with(ALICE, BOB, CAROL, SUPPORT)
                        .withFolders(ALICE, "INBOX")
                        .withFolders(SUPPORT, "INBOX"));
    }

    @BeforeEach
    void aSharedMailbox() {
        plugin = plugin();
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
    }

    /** Returns what is to be told, each as the kind and the recipient, at that time. */
    private List<String> due(Instant at) {
        return database.stores().notices().take(at, at.plusSeconds(1), 100).stream()
                .map(due -> due.notice().kind() + " " + due.notice().recipient().getLocalPart())
                .sorted()
                .collect(Collectors.toList());
    }

    private void policy(NoticeRecipients recipients) {
        database.stores()
                .policies()
                .put(
                        PolicyScope.allOthers(),
                        DelegationPolicy.builtIn().toBuilder().noticesTo(recipients).build());
    }

    @Test
    void nobodyIsToldUnlessSomebodyAskedForIt() {
        plugin.delegations.grant(ALICE, BOB, READ, ADMINISTRATOR);
        plugin.delegations.revoke(ALICE, BOB, ADMINISTRATOR);

        assertThat(database.stores().notices().count()).isZero();
    }

    @Test
    void delegateAndOwnerAreToldAtOnceOfWhatAnAdministratorDoes() {
        plugin.delegations.grant(ALICE, BOB, TOLD, ADMINISTRATOR);
        assertThat(due(NOON)).containsExactly("GRANTED alice", "GRANTED bob");

        plugin.clock.advance(Duration.ofHours(1));
        plugin.delegations.grant(
                ALICE, BOB, TOLD.toBuilder().note("longer").build(), ADMINISTRATOR);
        plugin.delegations.grant(
                ALICE, BOB, TOLD.toBuilder().note("longer").build(), ADMINISTRATOR);
        assertThat(due(NOON.plus(Duration.ofHours(1)))).contains("CHANGED alice", "CHANGED bob");

        plugin.clock.advance(Duration.ofHours(1));
        plugin.delegations.revoke(ALICE, BOB, ADMINISTRATOR);
        plugin.delegations.revoke(ALICE, BOB, ADMINISTRATOR);
        assertThat(due(NOON.plus(Duration.ofHours(2)))).contains("ENDED alice", "ENDED bob");
        assertThat(database.stores().notices().count()).isEqualTo(6);
    }

    @Test
    void aSharedMailboxIsNotToldOfItself() {
        plugin.delegations.grant(SUPPORT, BOB, TOLD, ADMINISTRATOR);

        assertThat(due(NOON)).containsExactly("GRANTED bob");
    }

    @Test
    void thePolicySaysItWhereTheDelegationDoesNot() {
        policy(NoticeRecipients.DELEGATE);
        plugin.delegations.grant(ALICE, BOB, READ, ADMINISTRATOR);
        plugin.delegations.grant(
                ALICE,
                CAROL,
                READ.toBuilder().noticesTo(Optional.of(NoticeRecipients.NONE)).build(),
                ADMINISTRATOR);

        assertThat(due(NOON)).containsExactly("GRANTED bob");
    }

    @Test
    void manyGrantsAtOnceAreToldAndADryRunIsNot() {
        List<GrantRequest> requests =
                List.of(
                        GrantRequest.of(1, ALICE, BOB, TOLD, false),
                        GrantRequest.of(2, SUPPORT, BOB, TOLD, false),
                        GrantRequest.of(3, SUPPORT, ALICE, READ, false));
        plugin.bulk.grant(requests, List.of(), true, ADMINISTRATOR);
        assertThat(database.stores().notices().count()).isZero();

        plugin.bulk.grant(requests, List.of(), false, ADMINISTRATOR);
        assertThat(due(NOON)).containsExactly("GRANTED alice", "GRANTED bob", "GRANTED bob");
    }

    @Test
    void aFileKeepsWhomToTell() {
        plugin.delegations.grant(ALICE, BOB, TOLD, ADMINISTRATOR);

        plugin.bulk.grant(
                List.of(
                        GrantRequest.of(
                                1, ALICE, BOB, READ.toBuilder().note("by file").build(), true)),
                List.of(),
                false,
                ADMINISTRATOR);

        assertThat(database.stores().delegations().find(ALICE, BOB).orElseThrow().noticesTo())
                .contains(NoticeRecipients.ALL);
    }

    @Test
    void whatIsUndoneIsNotTold() {
        assertThatThrownBy(
                        () ->
                                database.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    plugin.delegations.grant(
                                                            ALICE, BOB, TOLD, ADMINISTRATOR);
                                                    throw new IllegalStateException("undone");
                                                }))
                .hasMessage("undone");

        assertThat(database.stores().notices().count()).isZero();
    }

    @Test
    void whatPeopleDoIsHeldBackForMore() {
        Actor alice = Actor.member(ALICE, AuditSource.IMAP);
        for (int i = 0; i < 126; i++) {
            plugin.delegations.grant(
                    ALICE, BOB, TOLD.toBuilder().note("change " + i).build(), alice);
        }

        assertThat(due(NOON.plusSeconds(9))).isEmpty();
        assertThat(due(NOON.plusSeconds(10))).containsExactly("GRANTED alice", "GRANTED bob");
    }

    @Test
    void aSuspensionAndItsEndAreTold() {
        plugin.delegations.grant(ALICE, BOB, TOLD, ADMINISTRATOR);
        due(NOON);
        plugin.clock.advance(Duration.ofMinutes(1));
        plugin.suspensions.change(SuspensionAction.SUSPEND, ALICE, BOB, ADMINISTRATOR);
        plugin.suspensions.change(SuspensionAction.SUSPEND, ALICE, BOB, ADMINISTRATOR);
        assertThat(due(plugin.clock.instant())).contains("SUSPENDED alice", "SUSPENDED bob");

        plugin.clock.advance(Duration.ofMinutes(1));
        plugin.suspensions.change(SuspensionAction.RESUME, ALICE, BOB, ADMINISTRATOR);
        assertThat(due(plugin.clock.instant())).contains("RESUMED alice", "RESUMED bob");
        assertThat(database.stores().notices().count()).isEqualTo(6);
    }

    @Test
    void theEndByTheClockIsToldOnce() {
        plugin.delegations.grant(
                ALICE,
                BOB,
                TOLD.toBuilder()
                        .validity(Validity.of(Optional.empty(), Optional.of(NOON.plusSeconds(60))))
                        .build(),
                ADMINISTRATOR);
        due(NOON);
        plugin.clock.advance(Duration.ofMinutes(1));

        plugin.expiry.recordEnds();
        plugin.expiry.recordEnds();

        assertThat(due(plugin.clock.instant())).contains("EXPIRED alice", "EXPIRED bob");
        assertThat(database.stores().notices().count()).isEqualTo(4);
    }

    @Test
    void theEndOfAMailboxOrAnAccountIsTold() {
        plugin.delegations.grant(SUPPORT, BOB, TOLD, ADMINISTRATOR);
        plugin.delegations.grant(ALICE, BOB, TOLD, ADMINISTRATOR);
        plugin.delegations.grant(CAROL, BOB, TOLD, ADMINISTRATOR);
        plugin.clock.advance(Duration.ofHours(1));
        due(NOON);

        plugin.mailboxes.delete(SUPPORT, false, ADMINISTRATOR);
        plugin.accountEnds.ended(ALICE, plugin.clock.instant(), Actor.system());

        assertThat(due(plugin.clock.instant().plusSeconds(60)))
                .contains("ENDED bob", "ENDED bob")
                .doesNotContain("ENDED carol");
    }

    private void shareAndDeleteTheFolder(Username with) {
        plugin.delegations.grant(ALICE, with, TOLD, Actor.member(ALICE, AuditSource.IMAP));
        plugin.delegations.revoke(ALICE, with, Actor.system());
    }

    /** Sends what is due, as often as the sweep of the courier does. */
    private int sentInTheNext(Duration time, Runnable every) {
        int sent = 0;
        for (Duration passed = Duration.ZERO;
                passed.compareTo(time) < 0;
                passed = passed.plusSeconds(15)) {
            sent += send();
            every.run();
            plugin.clock.advance(Duration.ofSeconds(15));
        }
        return sent;
    }

    private int send() {
        Instant now = plugin.clock.instant();
        List<DueNotice> due = database.stores().notices().take(now, now.plusSeconds(1), 10_000);
        due.forEach(notice -> database.stores().notices().remove(notice.id()));
        return (int) due.stream().filter(notice -> notice.notice().recipient().equals(BOB)).count();
    }

    @Test
    void whatEndsWithItsFolderIsHeldBackLikeWhatPeopleDo() {
        shareAndDeleteTheFolder(BOB);

        assertThat(due(NOON.plusSeconds(9))).isEmpty();
        assertThat(due(NOON.plusSeconds(10))).containsExactly("ENDED alice", "ENDED bob");
    }

    @Test
    void sharingAndDeletingInALoopIsToldAFewTimesAnHour() {
        assertThat(sentInTheNext(Duration.ofHours(1), () -> shareAndDeleteTheFolder(BOB)))
                .isEqualTo(3);
        assertThat(sentInTheNext(Duration.ofHours(1), () -> shareAndDeleteTheFolder(BOB)))
                .isBetween(1, 3);
        plugin.clock.advance(Duration.ofHours(3));
        send();
        assertThat(database.stores().notices().count()).isZero();
    }

    @Test
    void oneMailboxHasALimitedNumberOfPeopleTold() {
        for (int i = 0; i < 120; i++) {
            Username other = Username.of("other" + i + "@example.com");
            james.with(other);
            plugin.delegations.grant(
                    ALICE,
                    other,
                    READ.toBuilder().noticesTo(Optional.of(NoticeRecipients.DELEGATE)).build(),
                    Actor.member(ALICE, AuditSource.IMAP));
        }
        assertThat(database.stores().notices().count()).isEqualTo(100);

        plugin.delegations.grant(ALICE, BOB, TOLD, ADMINISTRATOR);
        assertThat(database.stores().notices().count()).isEqualTo(102);

        plugin.clock.advance(Duration.ofHours(1));
        plugin.delegations.grant(ALICE, CAROL, TOLD, Actor.member(ALICE, AuditSource.IMAP));
        assertThat(database.stores().notices().count()).isEqualTo(104);
    }

    @Test
    void whatIsUndoneUsesUpNothing() {
        for (int i = 0; i < 120; i++) {
            shareInVain(BOB);
        }

        plugin.delegations.grant(ALICE, CAROL, TOLD, Actor.member(ALICE, AuditSource.IMAP));
        assertThat(database.stores().notices().count()).isEqualTo(2);
        assertThat(sentInTheNext(Duration.ofHours(1), () -> shareAndDeleteTheFolder(BOB)))
                .isEqualTo(3);
    }

    private void shareInVain(Username with) {
        assertThatThrownBy(
                        () ->
                                database.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    shareAndDeleteTheFolder(with);
                                                    throw new IllegalStateException("undone");
                                                }))
                .hasMessage("undone");
        plugin.clock.advance(Duration.ofSeconds(20));
    }

    @Test
    void theClockIsNotLimited() {
        sentInTheNext(Duration.ofMinutes(10), () -> shareAndDeleteTheFolder(BOB));
        send();
        Instant end = plugin.clock.instant().plusSeconds(60);
        plugin.delegations.grant(
                ALICE,
                BOB,
                TOLD.toBuilder().validity(Validity.of(Optional.empty(), Optional.of(end))).build(),
                ADMINISTRATOR);
        send();
        plugin.clock.set(end);

        plugin.expiry.recordEnds();

        assertThat(due(end)).containsExactly("EXPIRED alice", "EXPIRED bob");
    }

    @Test
    void whoeverGetsTheAddressOfAnAccountThatIsGoneIsNotToldOfIt() {
        plugin.delegations.grant(ALICE, BOB, TOLD, ADMINISTRATOR);
        plugin.delegations.grant(CAROL, ALICE, TOLD, ADMINISTRATOR);
        plugin.clock.advance(Duration.ofHours(1));

        plugin.accountEnds.ended(BOB, plugin.clock.instant(), Actor.system());

        assertThat(due(plugin.clock.instant().plusSeconds(60)))
                .containsExactly("ENDED alice", "GRANTED alice", "GRANTED carol");
    }

    @Test
    void aNewMailboxIsNotToldWhatAnEarlierAccountLeft() {
        plugin.delegations.grant(ALICE, BOB, TOLD, ADMINISTRATOR);
        james.accounts().remove(BOB);

        plugin.mailboxes.put(BOB, SharedMailboxRequest.builder().build(), ADMINISTRATOR);

        assertThat(due(plugin.clock.instant())).containsExactly("ENDED alice");
    }
}
