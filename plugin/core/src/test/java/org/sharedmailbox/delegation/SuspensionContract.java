/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

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
import static org.sharedmailbox.delegation.SuspensionAction.RESUME;
import static org.sharedmailbox.delegation.SuspensionAction.SUSPEND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.store.TestStores;

/** An administrator locks somebody out and lets them in again, on every database. */
public interface SuspensionContract {
    TestStores database();

    JamesInMemory JAMES = new JamesInMemory().with(ALICE, BOB, CAROL, SUPPORT, SALES);

    @BeforeEach
    default void aliceAndBobWorkForSupportAndSales() {
        database().stores().mailboxes().put(mailbox(SUPPORT).build());
        database().stores().mailboxes().put(mailbox(SALES).build());
        Plugin plugin = plugin();
        for (Username owner : List.of(SUPPORT, SALES)) {
            for (Username delegate : List.of(ALICE, BOB)) {
                plugin.delegations.grant(
                        owner,
                        delegate,
                        terms(DelegationRight.READ, DelegationRight.SEND_AS),
                        ADMINISTRATOR);
            }
        }
    }

    @Test
    default void aSuspendedDelegationGivesNothingUntilItIsResumed() {
        Plugin plugin = plugin();
        Delegation before = find(SUPPORT, ALICE);

        Delegation suspended = change(plugin, SUSPEND, SUPPORT, ALICE).orElseThrow();

        assertThat(suspended.suspension()).contains(Suspension.of(NOON, ADMINISTRATOR.name()));
        assertThat(suspended).isEqualTo(find(SUPPORT, ALICE));
        assertThat(plugin.access.access(SUPPORT, ALICE).isNothing()).isTrue();
        assertThat(plugin.access.stateOf(suspended)).isEqualTo(DelegationState.SUSPENDED);
        assertThat(plugin.access.access(SUPPORT, BOB).isNothing()).isFalse();
        assertThat(plugin.access.access(SALES, ALICE).isNothing()).isFalse();
        assertThat(suspended.toBuilder().suspension(Optional.empty()).build()).isEqualTo(before);

        assertThat(change(plugin, RESUME, SUPPORT, ALICE)).contains(before);
        assertThat(find(SUPPORT, ALICE)).isEqualTo(before);
        assertThat(plugin.access.access(SUPPORT, ALICE).isNothing()).isFalse();
    }

    @Test
    default void anotherServerSeesItWithinASecond() {
        Plugin elsewhere = new Plugin(database().another(), JAMES);
        assertThat(elsewhere.access.access(SUPPORT, ALICE).isNothing()).isFalse();

        change(plugin(), SUSPEND, SUPPORT, ALICE);
        database().letPass(Duration.ofSeconds(1));

        assertThat(elsewhere.access.access(SUPPORT, ALICE).isNothing()).isTrue();
    }

    @Test
    default void eachChangeIsRecordedAndAnnouncedOnce() {
        Plugin plugin = plugin();
        List<String> announced = new ArrayList<>();
        plugin.changes.subscribe(
                (owner, delegate) ->
                        announced.add(owner.getLocalPart() + " " + delegate.getLocalPart()));

        change(plugin, SUSPEND, SUPPORT, ALICE);
        change(plugin, SUSPEND, SUPPORT, ALICE);
        change(plugin, RESUME, SUPPORT, ALICE);
        change(plugin, RESUME, SUPPORT, ALICE);

        assertThat(announced).containsExactly("support alice", "support alice");
        List<AuditEntry> audit = database().stores().auditLog().ofMailbox(SUPPORT, 2);
        assertThat(audit)
                .extracting(AuditEntry::action)
                .containsOnly(AuditAction.DELEGATION_CHANGED);
        assertThat(audit).extracting(AuditEntry::subject).containsOnly(Optional.of(ALICE));
        assertThat(audit).extracting(AuditEntry::actor).containsOnly(ADMINISTRATOR);
        assertThat(audit)
                .extracting(entry -> entry.details().get("state"))
                .containsExactly("resumed", "suspended");
        assertThat(audit)
                .extracting(entry -> entry.details().get("rights"))
                .containsOnly("[READ, SEND_AS]");
        assertThat(database().stores().auditLog().ofMailbox(SUPPORT, 100)).hasSize(4);
    }

    @Test
    default void whereThereIsNoDelegationNothingHappens() {
        assertThat(change(plugin(), SUSPEND, SUPPORT, CAROL)).isEmpty();

        assertThat(database().stores().auditLog().ofMailbox(SUPPORT, 100)).hasSize(2);
    }

    @Test
    default void allOfAPersonAreSuspendedAtOnce() {
        Plugin plugin = plugin();
        change(plugin, SUSPEND, SALES, ALICE);

        assertThat(plugin.suspensions.changeAllOf(SUSPEND, ALICE, ADMINISTRATOR)).isEqualTo(1);
        assertThat(suspended()).containsExactly("sales alice", "support alice");
        assertThat(plugin.access.allOf(ALICE)).isEmpty();

        assertThat(plugin.suspensions.changeAllOf(RESUME, ALICE, ADMINISTRATOR)).isEqualTo(2);
        assertThat(plugin.suspensions.changeAllOf(RESUME, ALICE, ADMINISTRATOR)).isZero();
        assertThat(suspended()).isEmpty();
        assertThat(plugin.access.allOf(ALICE)).hasSize(2);
    }

    @Test
    default void allOnAMailboxAreSuspendedAtOnce() {
        Plugin plugin = plugin();

        assertThat(plugin.suspensions.changeAllOn(SUSPEND, SUPPORT, ADMINISTRATOR)).isEqualTo(2);
        assertThat(suspended()).containsExactly("support alice", "support bob");

        assertThat(plugin.suspensions.changeAllOn(RESUME, SUPPORT, ADMINISTRATOR)).isEqualTo(2);
        assertThat(suspended()).isEmpty();
    }

    @Test
    default void anUnknownAccountIsRefused() {
        Username nobody = Username.of("nobody@example.com");

        assertThatThrownBy(() -> plugin().suspensions.changeAllOf(SUSPEND, nobody, ADMINISTRATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage("There is no user or shared mailbox nobody@example.com");
        assertThatThrownBy(() -> plugin().suspensions.changeAllOn(SUSPEND, nobody, ADMINISTRATOR))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    default void otherTermsDoNotResumeIt() {
        Plugin plugin = plugin();
        change(plugin, SUSPEND, SUPPORT, ALICE);

        GrantedDelegation same =
                plugin.delegations.grant(
                        SUPPORT,
                        ALICE,
                        terms(DelegationRight.READ, DelegationRight.SEND_AS),
                        ADMINISTRATOR);
        GrantedDelegation changed =
                plugin.delegations.grant(
                        SUPPORT, ALICE, terms(DelegationRight.READ_AND_MANAGE), ADMINISTRATOR);
        BulkOutcome bulk =
                plugin.bulk.grant(
                        List.of(
                                GrantRequest.of(
                                        1,
                                        SUPPORT,
                                        ALICE,
                                        terms(DelegationRight.SEND_ON_BEHALF),
                                        false)),
                        List.of(),
                        false,
                        ADMINISTRATOR);

        assertThat(same.outcome()).isEqualTo(GrantOutcome.UNCHANGED);
        assertThat(changed.delegation().stateAt(NOON)).isEqualTo(DelegationState.SUSPENDED);
        assertThat(bulk.changed()).isEqualTo(1);
        assertThat(find(SUPPORT, ALICE).sendRights())
                .containsExactly(DelegationRight.SEND_ON_BEHALF);
        assertThat(suspended()).containsExactly("support alice");
        assertThat(plugin.access.access(SUPPORT, ALICE).isNothing()).isTrue();
    }

    @Test
    default void whatHasEndedIsExpiredAlsoIfItIsSuspended() {
        Plugin plugin = plugin();
        plugin.delegations.grant(
                SUPPORT,
                ALICE,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ))
                        .validity(
                                Validity.of(
                                        Optional.of(NOON.plusSeconds(10)),
                                        Optional.of(NOON.plusSeconds(20))))
                        .build(),
                ADMINISTRATOR);

        Delegation suspended = change(plugin, SUSPEND, SUPPORT, ALICE).orElseThrow();

        assertThat(suspended.stateAt(NOON)).isEqualTo(DelegationState.SUSPENDED);
        assertThat(suspended.stateAt(NOON.plusSeconds(10))).isEqualTo(DelegationState.SUSPENDED);
        assertThat(suspended.stateAt(NOON.plusSeconds(20))).isEqualTo(DelegationState.EXPIRED);
    }

    @Test
    default void whatTheDelegateChoseIsThereAfterwards() {
        Plugin plugin = plugin();
        FolderName projects = FolderName.of("Projects");
        database().stores().subscriptions().choose(SUPPORT, ALICE, projects, false);
        SubscriptionChoices before = database().stores().subscriptions().ofDelegate(ALICE);

        change(plugin, SUSPEND, SUPPORT, ALICE);
        change(plugin, RESUME, SUPPORT, ALICE);

        assertThat(database().stores().subscriptions().ofDelegate(ALICE)).isEqualTo(before);
    }

    @Test
    default void twoWhoSuspendAndGrantAtOnceDoNotWaitForEachOther() throws Exception {
        Plugin plugin = plugin();
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            int number = n;
            threads.add(
                    new Thread(
                            () -> {
                                for (int i = 0; i < 5; i++) {
                                    actAtOnce(plugin, number);
                                }
                            }));
        }
        threads.forEach(
                thread -> {
                    thread.setUncaughtExceptionHandler(
                            (any, e) -> {
                                synchronized (failures) {
                                    failures.add(e);
                                }
                            });
                    thread.start();
                });
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        plugin.suspensions.changeAllOn(SUSPEND, SUPPORT, ADMINISTRATOR);
        assertThat(suspended()).contains("support alice", "support bob");
    }

    private static void actAtOnce(Plugin plugin, int number) {
        switch (number % 4) {
            case 0:
                plugin.suspensions.changeAllOf(SUSPEND, ALICE, ADMINISTRATOR);
                break;
            case 1:
                plugin.suspensions.changeAllOn(RESUME, SALES, ADMINISTRATOR);
                break;
            case 2:
                plugin.delegations.grant(
                        SUPPORT, BOB, terms(DelegationRight.READ_AND_MANAGE), ADMINISTRATOR);
                break;
            default:
                plugin.suspensions.changeAllOf(RESUME, BOB, ADMINISTRATOR);
        }
    }

    private Plugin plugin() {
        return new Plugin(database().stores(), JAMES);
    }

    private Delegation find(Username owner, Username delegate) {
        return database().stores().delegations().find(owner, delegate).orElseThrow();
    }

    private static Optional<Delegation> change(
            Plugin plugin, SuspensionAction action, Username owner, Username delegate) {
        Actor actor = ADMINISTRATOR;
        return plugin.suspensions.change(action, owner, delegate, actor);
    }

    /** Returns what is suspended, by addresses. */
    private List<String> suspended() {
        return List.of(SALES, SUPPORT).stream()
                .flatMap(owner -> database().stores().delegations().ofOwner(owner).stream())
                .filter(delegation -> delegation.suspension().isPresent())
                .map(
                        delegation ->
                                delegation.owner().getLocalPart()
                                        + " "
                                        + delegation.delegate().getLocalPart())
                .collect(Collectors.toList());
    }

    private static DelegationTerms terms(DelegationRight... rights) {
        return DelegationTerms.builder().rights(List.of(rights)).build();
    }
}
