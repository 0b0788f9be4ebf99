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
import static org.sharedmailbox.People.delegation;

import com.google.common.reflect.Reflection;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.TestStores;

/** What is done once delegations have ended by themselves, on every database. */
public interface ExpiryContract {
    Instant END = NOON.plusSeconds(60);

    TestStores database();

    @Test
    default void anEndIsRecordedOnceItHasComeAndNeverAgain() {
        Plugin plugin = plugin();
        List<String> announced = new ArrayList<>();
        plugin.changes.subscribe((owner, delegate) -> announced.add(owner + " " + delegate));
        given(SUPPORT, ALICE, END);
        given(SUPPORT, BOB, END.plusSeconds(1));

        plugin.clock.set(END.minusMillis(1));
        assertThat(plugin.expiry.recordEnds()).isZero();
        plugin.clock.set(END);
        assertThat(plugin.expiry.recordEnds()).isEqualTo(1);
        assertThat(plugin.expiry.recordEnds()).isZero();

        assertThat(announced).hasSize(1);
        assertThat(expired(SUPPORT))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.subject()).contains(ALICE);
                            assertThat(entry.actor()).isEqualTo(Actor.system());
                            assertThat(entry.at()).isEqualTo(END);
                            assertThat(entry.details())
                                    .containsEntry("rights", "[READ]")
                                    .containsEntry("notAfter", END.toString());
                        });
        assertThat(find(ALICE)).isPresent();
    }

    @Test
    default void whoeverExtendsItLetsItEndAnew() {
        Plugin plugin = plugin();
        given(SUPPORT, ALICE, END);
        plugin.clock.set(END);
        plugin.expiry.recordEnds();

        grant(plugin, END.plusSeconds(60), "extended");
        assertThat(plugin.access.access(SUPPORT, ALICE).isNothing()).isFalse();
        assertThat(plugin.expiry.recordEnds()).isZero();
        plugin.clock.set(END.plusSeconds(60));

        assertThat(plugin.access.access(SUPPORT, ALICE).isNothing()).isTrue();
        assertThat(plugin.expiry.recordEnds()).isEqualTo(1);
        assertThat(expired(SUPPORT)).hasSize(2);
    }

    @Test
    default void whoeverChangesTheNoteOfWhatHasEndedDoesNotEndItAgain() {
        Plugin plugin = plugin();
        given(SUPPORT, ALICE, END);
        plugin.clock.set(END);
        plugin.expiry.recordEnds();

        grant(plugin, END, "for the files");
        grant(plugin, END.minusSeconds(1), "for the files");

        assertThat(plugin.expiry.recordEnds()).isZero();
    }

    @Test
    default void whatTheDelegateHadSubscribedToIsForgotten() {
        Plugin plugin = plugin();
        given(SUPPORT, ALICE, END);
        given(SALES, ALICE, END.plusSeconds(1));
        Subscriptions subscriptions = database().stores().subscriptions();
        subscriptions.choose(SUPPORT, ALICE, FolderName.INBOX, false);
        subscriptions.choose(SALES, ALICE, FolderName.INBOX, false);

        plugin.clock.set(END);
        plugin.expiry.recordEnds();

        assertThat(database().column("select owner from folder_subscription"))
                .containsExactly(SALES.asString());
    }

    @Test
    default void whatEndedLongAgoIsRemoved() {
        Plugin plugin = plugin();
        Duration retention = Duration.ofDays(30);
        given(SUPPORT, ALICE, END);
        given(SUPPORT, BOB, END.plusSeconds(1));
        given(SUPPORT, CAROL, null);
        plugin.clock.set(END.plus(retention).plusMillis(1));

        assertThat(plugin.expiry.removeEnded(retention)).as("not recorded").isZero();
        plugin.expiry.recordEnds();
        assertThat(plugin.expiry.removeEnded(retention)).isEqualTo(1);

        assertThat(database().stores().delegations().ofOwner(SUPPORT))
                .extracting(Delegation::delegate)
                .containsExactly(BOB, CAROL);
        assertThat(plugin.expiry.removeEnded(retention)).isZero();
        assertThat(expired(SUPPORT)).hasSize(2);
    }

    @Test
    default void whatWasExtendedInTimeIsNotRemoved() {
        Plugin plugin = plugin();
        given(SUPPORT, ALICE, END);
        plugin.clock.set(END);
        plugin.expiry.recordEnds();
        grant(plugin, END.plus(Duration.ofDays(90)), "extended");

        plugin.clock.set(END.plus(Duration.ofDays(60)));
        plugin.expiry.recordEnds();

        assertThat(plugin.expiry.removeEnded(Duration.ofDays(30))).isZero();
        assertThat(find(ALICE)).isPresent();
    }

    @Test
    default void aSuspendedOneEndsAndIsRemovedAsWell() {
        Plugin plugin = plugin();
        given(SUPPORT, ALICE, END);
        plugin.suspensions.change(SuspensionAction.SUSPEND, SUPPORT, ALICE, ADMINISTRATOR);

        plugin.clock.set(END.plusSeconds(1));

        assertThat(plugin.expiry.recordEnds()).isEqualTo(1);
        assertThat(plugin.expiry.removeEnded(Duration.ZERO)).isEqualTo(1);
    }

    @Test
    default void moreThanFitIntoOneTransactionAreAllRecorded() {
        Plugin plugin = plugin();
        for (int n = 0; n < 3; n++) {
            Username owner = Username.of("team" + n + "@example.com");
            int number = n;
            database()
                    .stores()
                    .transactions()
                    .inTransaction(
                            () -> {
                                Delegations delegations = database().stores().delegations();
                                delegations.lockAndCount(owner, NOON);
                                List<Delegation> many = new ArrayList<>();
                                for (int i = 0; i < 400; i++) {
                                    many.add(
                                            ending(
                                                    owner,
                                                    Username.of("u" + i + "@example.com"),
                                                    END.plusMillis(i * 3 + number)));
                                }
                                delegations.addAll(many);
                                return true;
                            });
        }
        plugin.clock.set(END.plusSeconds(60));

        assertThat(plugin.expiry.recordEnds()).isEqualTo(1200);

        assertThat(
                        database()
                                .column(
                                        "select count(*) from audit_entry where action ="
                                                + " 'delegation.expired'"))
                .containsExactly("1200");
        assertThat(plugin.expiry.removeEnded(Duration.ZERO)).isEqualTo(1200);
    }

    @Test
    default void ofTwoServersThatSweepAtOnceOneRecordsEachEnd() throws Exception {
        List<Username> owners = List.of(SUPPORT, SALES, CAROL);
        int rounds = 20;
        Plugin here = plugin();
        Plugin there = new Plugin(database().another(), new JamesInMemory());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < rounds; round++) {
                Instant end = END.plusSeconds(round);
                owners.forEach(owner -> given(owner, ALICE, end));
                owners.forEach(owner -> given(owner, BOB, end));
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Integer>> sweeps = new ArrayList<>();
                for (Plugin plugin : List.of(here, there)) {
                    plugin.clock.set(end);
                    sweeps.add(
                            threads.submit(
                                    () -> {
                                        start.await();
                                        return plugin.expiry.recordEnds();
                                    }));
                }
                assertThat(
                                sweeps.get(0).get(1, TimeUnit.MINUTES)
                                        + sweeps.get(1).get(1, TimeUnit.MINUTES))
                        .isEqualTo(6);
            }
        } finally {
            threads.shutdownNow();
        }

        for (Username owner : owners) {
            assertThat(expired(owner)).hasSize(2 * rounds);
        }
    }

    @Test
    default void aMailboxThatFailsKeepsNoOtherFromBeingLookedAfter() {
        given(SALES, ALICE, END);
        given(SUPPORT, ALICE, END);
        JdbcStores stores = database().stores();
        AuditLog failing =
                Reflection.newProxy(
                        AuditLog.class,
                        (proxy, method, arguments) -> {
                            AuditEntry entry = (AuditEntry) arguments[0];
                            if (entry.mailbox().equals(SALES)) {
                                throw new IllegalStateException("no room for sales");
                            }
                            try {
                                return method.invoke(stores.auditLog(), arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
        Plugin plugin = plugin();
        plugin.clock.set(END);
        ExpiryService expiry =
                new ExpiryService(
                        stores.endedDelegations(),
                        stores.delegations(),
                        plugin.changes,
                        failing,
                        stores.transactions(),
                        plugin.clock);

        assertThatThrownBy(expiry::recordEnds).hasMessage("no room for sales");

        assertThat(expired(SUPPORT)).hasSize(1);
        assertThat(expired(SALES)).isEmpty();
        assertThat(plugin.expiry.recordEnds()).isEqualTo(1);
        assertThat(expired(SALES)).hasSize(1);
    }

    private Plugin plugin() {
        JamesInMemory james = new JamesInMemory().with(ALICE, BOB, CAROL, SUPPORT, SALES);
        return new Plugin(database().stores(), james);
    }

    private void given(Username owner, Username delegate, @Nullable Instant end) {
        GivenDelegations.put(
                database().stores().transactions(),
                database().stores().delegations(),
                ending(owner, delegate, end));
    }

    private static Delegation ending(Username owner, Username delegate, @Nullable Instant end) {
        return delegation(owner, delegate)
                .validity(Validity.of(Optional.empty(), Optional.ofNullable(end)))
                .changedAt(NOON)
                .build();
    }

    private static void grant(Plugin plugin, Instant end, String note) {
        plugin.delegations.grant(
                SUPPORT,
                ALICE,
                DelegationTerms.builder()
                        .rights(List.of(DelegationRight.READ))
                        .validity(Validity.of(Optional.empty(), Optional.of(end)))
                        .note(note)
                        .build(),
                ADMINISTRATOR);
    }

    private Optional<Delegation> find(Username delegate) {
        return database().stores().delegations().find(SUPPORT, delegate);
    }

    private List<AuditEntry> expired(Username owner) {
        return database().stores().auditLog().ofMailbox(owner, 1000).stream()
                .filter(entry -> entry.action() == AuditAction.DELEGATION_EXPIRED)
                .collect(Collectors.toList());
    }
}
