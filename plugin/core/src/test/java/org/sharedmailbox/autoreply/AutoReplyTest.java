/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.autoreply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.BulkGrantService;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.GrantRequest;
import org.sharedmailbox.delegation.GrantRules;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.delegation.ScopedDelegations;
import org.sharedmailbox.delegation.Suspension;
import org.sharedmailbox.delegation.SuspensionAction;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.model.AutoReply;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.store.JdbcStores;

/** James's vacation notices, as delegations and administrators set and end them. */
class AutoReplyTest extends PluginFixture {
    private static final Username ALICIA = Username.of("alicia@example.com");
    private static final AutoReply AWAY = AutoReply.of("Away", "Bob reads it.\nAlice");
    private static final AutoReply OTHER = AutoReply.of("Other", "Ours");
    private static final Instant END = NOON.plus(Duration.ofDays(7));
    private static final DelegationTerms READ =
            DelegationTerms.builder()
                    .rights(List.of(DelegationRight.READ))
                    .validity(Validity.of(Optional.empty(), Optional.of(END)))
                    .build();
    private static final DelegationTerms COVER =
            READ.toBuilder().autoReply(Optional.of(AWAY)).build();
    private static final OwnVacation SET = OwnVacation.of(AWAY, Optional.empty(), Optional.of(END));
    private static final OwnVacation DRAFT =
            OwnVacation.builder()
                    .subject(Optional.of("My own"))
                    .html(Optional.of("<p>draft</p>"))
                    .build();

    private Plugin plugin;
    private Vacations vacations;

    AutoReplyTest() {
        super(new JamesInMemory().with(ALICE, ALICIA, BOB, CAROL, SALES, SUPPORT));
    }

    @BeforeEach
    void start() {
        plugin = plugin();
        vacations = james.sideDoors.vacationNotices();
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
    }

    private void grant(Username delegate, DelegationTerms terms) {
        plugin.delegations.grant(ALICE, delegate, terms, ADMINISTRATOR);
    }

    private void assertGone() {
        assertThat(vacations.of(ALICE)).isEqualTo(DRAFT);
        assertThat(database.stores().setReplies().find(ALICE)).isEmpty();
    }

    private void given() {
        vacations.put(ALICE, DRAFT);
        grant(BOB, COVER);
        assertThat(vacations.of(ALICE).isSameAs(SET)).isTrue();
    }

    @Test
    void itIsSetForTheWindowAndGoneWithTheDelegationAsIfNothingHadBeen() {
        given();

        plugin.delegations.revoke(ALICE, BOB, ADMINISTRATOR);

        assertGone();
    }

    @Test
    void itIsGoneOnceTheClockHasEndedTheDelegation() {
        given();
        plugin.clock.set(END);

        plugin.expiry.recordEnds();

        assertGone();
    }

    @Test
    void itIsGoneWithoutTheFieldAndFollowsTheWindow() {
        given();
        Instant later = END.plus(Duration.ofDays(1));
        grant(
                BOB,
                COVER.toBuilder()
                        .validity(Validity.of(Optional.empty(), Optional.of(later)))
                        .build());
        assertThat(vacations.of(ALICE).until()).contains(later);

        grant(BOB, READ);

        assertGone();
    }

    @Test
    void itFollowsAnOwnerWhoIsRenamed() {
        given();

        plugin.accountRenames.renamed(ALICE, ALICIA, ADMINISTRATOR);

        assertGone();
        assertThat(vacations.of(ALICIA).isSameAs(SET)).isTrue();
        plugin.delegations.revoke(ALICIA, BOB, ADMINISTRATOR);
        assertThat(vacations.of(ALICIA).enabled()).isFalse();
    }

    @Test
    void itIsGoneWithTheDelegationOfSomebodyWhoWasRenamed() {
        given();

        plugin.accountRenames.renamed(BOB, CAROL, ADMINISTRATOR);
        assertThat(vacations.of(ALICE).isSameAs(SET)).isTrue();
        plugin.delegations.revoke(ALICE, CAROL, ADMINISTRATOR);

        assertGone();
    }

    @Test
    void whatItsOwnerHasSwitchedOffStaysOffUnderTheNewName() {
        given();
        vacations.put(ALICE, DRAFT);

        plugin.accountRenames.renamed(ALICE, ALICIA, ADMINISTRATOR);

        assertGone();
        assertThat(vacations.of(ALICIA).enabled()).isFalse();
        assertThat(database.stores().setReplies().find(ALICIA)).isEmpty();
    }

    @Test
    void thatOfASuspendedDelegationDoesNotFollow() {
        given();
        Delegation suspended =
                database.stores().delegations().find(ALICE, BOB).orElseThrow().toBuilder()
                        .suspension(Optional.of(Suspension.of(plugin.clock.instant(), "webadmin")))
                        .build();
        database.stores()
                .transactions()
                .inTransaction(
                        () -> {
                            database.stores().delegations().putSuspensions(List.of(suspended));
                            return true;
                        });

        plugin.accountRenames.renamed(ALICE, ALICIA, ADMINISTRATOR);

        assertGone();
        assertThat(vacations.of(ALICIA).enabled()).isFalse();
    }

    @Test
    void thatOfASharedMailboxFollowsItsNewNameAndReplacesNone() {
        plugin.replies.put(SUPPORT, AWAY, Validity.always(), ADMINISTRATOR);
        plugin.accountRenames.renamed(SUPPORT, SALES, ADMINISTRATOR);
        assertThat(plugin.replies.find(SALES)).isPresent();
        assertThat(vacations.of(SUPPORT).enabled()).isFalse();

        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        plugin.replies.put(SUPPORT, OTHER, Validity.always(), ADMINISTRATOR);
        plugin.accountRenames.renamed(SALES, SUPPORT, ADMINISTRATOR);

        assertThat(plugin.replies.find(SUPPORT).orElseThrow().subject()).contains("Other");
        assertThat(vacations.of(SALES).enabled()).isFalse();
    }

    @Test
    void noRenameFailsBecauseJamesCannotTell() {
        given();
        JdbcStores stores = database.stores();
        RenamedReplies renamed =
                new RenamedReplies(
                        broken(),
                        stores.setReplies(),
                        stores.delegations(),
                        stores.mailboxes(),
                        stores.transactions(),
                        plugin.clock);

        stores.transactions()
                .inTransaction(
                        () -> {
                            renamed.rename(ALICE, ALICIA);
                            return true;
                        });

        assertThat(stores.setReplies().find(ALICE)).isEmpty();
        assertThat(stores.setReplies().find(ALICIA)).isEmpty();
    }

    @Test
    void itIsGoneWithADelegationThatHasNotFollowed() {
        given();
        grant(CAROL, READ);

        plugin.accountRenames.renamed(BOB, CAROL, ADMINISTRATOR);

        assertGone();
    }

    @Test
    void itReplacesNothingThatTheNewNameHas() {
        given();
        OwnVacation own = OwnVacation.of(OTHER, Optional.empty(), Optional.empty());
        vacations.put(ALICIA, own);

        plugin.accountRenames.renamed(ALICE, ALICIA, ADMINISTRATOR);

        assertGone();
        assertThat(vacations.of(ALICIA)).isEqualTo(own);
        assertThat(database.stores().setReplies().find(ALICIA)).isEmpty();
        assertThat(plugin.delegations.find(ALICIA, BOB)).isPresent();
    }

    @Test
    void itIsSuspendedAndResumedWithTheDelegation() {
        given();

        plugin.suspensions.change(SuspensionAction.SUSPEND, ALICE, BOB, ADMINISTRATOR);
        assertGone();

        plugin.suspensions.change(SuspensionAction.RESUME, ALICE, BOB, ADMINISTRATOR);
        assertThat(vacations.of(ALICE).isSameAs(SET)).isTrue();
    }

    @Test
    void aDryRunDoesNotTouchIt() {
        given();

        plugin.bulk.grant(
                List.of(GrantRequest.of(1, ALICE, BOB, READ, false)),
                List.of(),
                true,
                ADMINISTRATOR);

        assertThat(vacations.of(ALICE).isSameAs(SET)).isTrue();
        assertThat(database.stores().setReplies().find(ALICE)).isPresent();
    }

    private void grantByFile() {
        plugin.bulk.grant(
                List.of(
                        GrantRequest.of(
                                1, ALICE, BOB, READ.toBuilder().note("by file").build(), true)),
                List.of(),
                false,
                ADMINISTRATOR);
    }

    @Test
    void aFileWithoutTheFieldKeepsIt() {
        given();

        grantByFile();

        assertThat(vacations.of(ALICE).isSameAs(SET)).isTrue();
    }

    @Test
    void whatTheOwnerHasInUseIsNotReplaced() {
        OwnVacation own = DRAFT.toBuilder().enabled(true).build();
        vacations.put(ALICE, own);

        assertThatThrownBy(() -> grant(BOB, COVER))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "alice@example.com has a vacation notice of their own, which is not"
                                + " replaced; leave 'autoReply' out, or switch that one off first"
                                + " (GET /vacation/alice@example.com)");

        assertThat(vacations.of(ALICE)).isEqualTo(own);
        assertThat(database.stores().delegations().find(ALICE, BOB)).isEmpty();
    }

    @Test
    void whatTheOwnerHasMadeOfItStays() {
        given();
        OwnVacation own = SET.toBuilder().text(Optional.of("Back on Monday")).build();
        vacations.put(ALICE, own);

        plugin.delegations.revoke(ALICE, BOB, ADMINISTRATOR);

        assertThat(vacations.of(ALICE).isSameAs(own)).isTrue();
        assertThat(database.stores().setReplies().find(ALICE)).isEmpty();
    }

    @Test
    void oneDelegateAnswersAtATime() {
        given();

        assertThatThrownBy(() -> grant(CAROL, COVER))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "alice@example.com has an automatic reply for bob@example.com already; end"
                                + " that one first");
        grant(CAROL, READ);
        plugin.delegations.revoke(ALICE, CAROL, ADMINISTRATOR);

        assertThat(vacations.of(ALICE).isSameAs(SET)).isTrue();
    }

    @Test
    void whatIsUndoneLeavesNothingBehind() {
        vacations.put(ALICE, DRAFT);
        assertThatThrownBy(
                        () ->
                                database.stores()
                                        .transactions()
                                        .inTransaction(
                                                () -> {
                                                    grant(BOB, COVER);
                                                    throw new IllegalStateException("undone");
                                                }))
                .hasMessage("undone");

        assertGone();
    }

    @Test
    void aSharedMailboxHasOneOfItsOwn() {
        assertThatThrownBy(() -> plugin.delegations.grant(SUPPORT, BOB, COVER, ADMINISTRATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "support@example.com is a shared mailbox: leave 'autoReply' out, and use PUT"
                                + " /shared-mailboxes/support@example.com/auto-reply");
        assertThat(plugin.replies.find(SUPPORT)).isEmpty();

        plugin.replies.put(SUPPORT, AWAY, Validity.always(), ADMINISTRATOR);
        assertThat(plugin.replies.find(SUPPORT).orElseThrow().subject()).contains("Away");
        assertThat(vacations.of(SUPPORT).enabled()).isTrue();
        int entries = database.stores().auditLog().ofMailbox(SUPPORT, 100).size();
        plugin.replies.put(SUPPORT, AWAY, Validity.always(), ADMINISTRATOR);
        assertThat(database.stores().auditLog().ofMailbox(SUPPORT, 100)).hasSize(entries);

        plugin.delegations.grant(SUPPORT, BOB, READ, ADMINISTRATOR);
        plugin.delegations.revoke(SUPPORT, BOB, ADMINISTRATOR);
        assertThat(vacations.of(SUPPORT).enabled()).isTrue();

        plugin.replies.remove(SUPPORT, ADMINISTRATOR);
        assertThat(vacations.of(SUPPORT).enabled()).isFalse();
        assertThat(plugin.replies.find(SUPPORT)).isEmpty();
    }

    @Test
    void itIsForgottenWithTheMailbox() {
        plugin.replies.put(SUPPORT, AWAY, Validity.always(), ADMINISTRATOR);

        plugin.mailboxes.delete(SUPPORT, true, ADMINISTRATOR);

        assertThat(database.stores().setReplies().find(SUPPORT)).isEmpty();
        assertThat(vacations.of(SUPPORT)).isEqualTo(OwnVacation.builder().build());
    }

    @Test
    void whatBecomesAPersonsMailboxCanHaveOneOfADelegation() {
        plugin.replies.put(SUPPORT, AWAY, Validity.always(), ADMINISTRATOR);
        plugin.conversions.revert(SUPPORT, "a good password", ADMINISTRATOR);

        plugin.delegations.grant(SUPPORT, BOB, COVER, ADMINISTRATOR);
        assertThat(vacations.of(SUPPORT).isSameAs(SET)).isTrue();
        plugin.delegations.revoke(SUPPORT, BOB, ADMINISTRATOR);

        assertThat(vacations.of(SUPPORT).enabled()).isFalse();
    }

    @Test
    void onlySharedMailboxesHaveOne() {
        assertThatThrownBy(() -> plugin.replies.put(ALICE, AWAY, Validity.always(), ADMINISTRATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageStartingWith("There is no shared mailbox alice@example.com");
    }

    @Test
    void aReplyThatJamesCannotTakeAwayKeepsNobodyIn() {
        given();
        new DelegationReplies(
                        broken(), database.stores().setReplies(), database.stores().mailboxes())
                .follow(
                        NoticeKind.ENDED,
                        List.of(database.stores().delegations().find(ALICE, BOB).orElseThrow()),
                        ADMINISTRATOR);

        assertThat(database.stores().setReplies().find(ALICE)).isEmpty();
    }

    @Test
    void itFollowsARenamedDelegate() {
        given();
        plugin.accountRenames.renamed(BOB, CAROL, Actor.system());

        plugin.delegations.revoke(ALICE, CAROL, ADMINISTRATOR);

        assertGone();
    }

    @Test
    void itEndsWithTheAccount() {
        plugin.replies.put(SUPPORT, AWAY, Validity.always(), ADMINISTRATOR);
        plugin.clock.advance(Duration.ofHours(1));

        plugin.accountEnds.ended(SUPPORT, plugin.clock.instant(), Actor.system());

        assertThat(vacations.of(SUPPORT).enabled()).isFalse();
        assertThat(database.stores().setReplies().find(SUPPORT)).isEmpty();
    }

    @Test
    void whoeverTheMailboxIsRevertedToDoesNotAnswer() {
        plugin.replies.put(SUPPORT, AWAY, Validity.always(), ADMINISTRATOR);

        plugin.conversions.revert(SUPPORT, "a good password", ADMINISTRATOR);

        assertThat(vacations.of(SUPPORT).enabled()).isFalse();
        assertThat(database.stores().setReplies().find(SUPPORT)).isEmpty();
    }

    @Test
    void whoeverBecomesASharedMailboxHasNoneOfTheirDelegationsAnyMore() {
        given();
        plugin.suspensions.change(SuspensionAction.SUSPEND, ALICE, BOB, ADMINISTRATOR);
        plugin.suspensions.change(SuspensionAction.RESUME, ALICE, BOB, ADMINISTRATOR);

        plugin.conversions.convert(ALICE, SharedMailboxType.TEAM.name(), ADMINISTRATOR);

        assertGone();
        assertThat(database.stores().delegations().find(ALICE, BOB).orElseThrow().autoReply())
                .isEmpty();
        plugin.replies.put(ALICE, AWAY, Validity.always(), ADMINISTRATOR);
    }

    @Test
    void whatADelegationWouldSetDoesNotReplaceTheMailboxsOwn() {
        given();
        plugin.suspensions.change(SuspensionAction.SUSPEND, ALICE, BOB, ADMINISTRATOR);
        database.stores().mailboxes().put(mailbox(ALICE).build());
        plugin.replies.put(ALICE, OTHER, Validity.always(), ADMINISTRATOR);

        plugin.suspensions.change(SuspensionAction.RESUME, ALICE, BOB, ADMINISTRATOR);

        assertThat(vacations.of(ALICE).subject()).contains("Other");
        assertThat(plugin.replies.find(ALICE)).isPresent();
    }

    @Test
    void aReplyIsReplacedByThoseOnlyWhoSetIt() {
        plugin.replies.put(SUPPORT, AWAY, Validity.always(), ADMINISTRATOR);
        database.stores().mailboxes().release(SUPPORT);

        assertThatThrownBy(() -> plugin.delegations.grant(SUPPORT, BOB, COVER, ADMINISTRATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(
                        "support@example.com has an automatic reply of its own already; end that"
                                + " one first");
    }

    @Test
    void aFileIsNotRefusedBecauseOfWhatItKeeps() {
        given();
        OwnVacation own = SET.toBuilder().text(Optional.of("Back on Monday")).build();
        vacations.put(ALICE, own);

        grantByFile();

        assertThat(vacations.of(ALICE).isSameAs(own)).isTrue();
        assertThat(database.stores().delegations().find(ALICE, BOB).orElseThrow().note())
                .contains("by file");
    }

    @Test
    void aDryRunIsFollowedByNothing() {
        given();
        List<NoticeKind> followed = new ArrayList<>();
        BulkGrantService bulk =
                new BulkGrantService(
                        database.stores().delegations(),
                        new ScopedDelegations(
                                database.stores().delegationDirectory(),
                                database.stores().unboundEntries()),
                        database.stores().mailboxes(),
                        new GrantRules(
                                plugin.types,
                                database.stores().policies(),
                                james.accounts(),
                                database.stores().mailboxes(),
                                james.folders()),
                        new DelegationChanges(
                                database.stores().transactions(),
                                List.of((kind, changed, actor) -> followed.add(kind))),
                        database.stores().auditLog(),
                        database.stores().transactions(),
                        plugin.clock);
        List<GrantRequest> requests = List.of(GrantRequest.of(1, ALICE, BOB, READ, false));

        bulk.grant(requests, List.of(), true, ADMINISTRATOR);
        assertThat(followed).isEmpty();

        bulk.grant(requests, List.of(), false, ADMINISTRATOR);
        assertThat(followed).contains(NoticeKind.CHANGED);
    }

    /** In a James that does not answer. */
    private ReplySwitch broken() {
        return new ReplySwitch(
                new Vacations() {
                    @Override
                    public boolean areOffered() {
                        return true;
                    }

                    @Override
                    public OwnVacation of(Username account) {
                        throw new IllegalStateException("James is away");
                    }

                    @Override
                    public void put(Username account, OwnVacation vacation) {
                        throw new IllegalStateException("James is away");
                    }
                },
                database.stores().setReplies(),
                database.stores().transactions(),
                plugin.clock);
    }
}
