/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;

/** Servers on one PostgreSQL that tell each other at once; their caches do not age meanwhile. */
class RemoteNewsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Longer than news takes, by far, on a machine that has other things to do. */
    private static final Duration A_WHILE = Duration.ofMillis(800);

    @RegisterExtension final TestStores database = TestStores.postgresAsSuperuser();

    private final AtomicInteger heardHere = new AtomicInteger();
    private final AtomicInteger heardThere = new AtomicInteger();
    private JdbcStores here;
    private JdbcStores there;

    @BeforeEach
    void twoServers() {
        here = listening(database.stores(), heardHere);
        there = listening(database.another(), heardThere);
    }

    /** Whoever begins to listen may have missed something, and is told so. */
    private static JdbcStores listening(JdbcStores stores, AtomicInteger heard) {
        stores.remoteNews().subscribe(heard::incrementAndGet);
        stores.listen();
        Awaitility.await().atMost(SOON).until(() -> heard.get() == 1);
        return stores;
    }

    @Test
    void whatAnotherServerChangesIsHeardAndWhatWasReadIsForgotten() {
        here.mailboxes().put(mailbox(SUPPORT).build());
        awaitNews(2);
        assertThat(there.delegations().ofDelegate(ALICE)).isEmpty();

        grant(ALICE);

        awaitNews(3);
        assertThat(there.delegations().ofDelegate(ALICE)).hasSize(1);

        here.delegations().remove(SUPPORT, ALICE);

        awaitNews(4);
        assertThat(there.delegations().ofDelegate(ALICE)).isEmpty();
    }

    @Test
    void everyKindOfChangeIsTold() {
        List<Runnable> changes =
                ImmutableList.of(
                        () -> here.mailboxes().put(mailbox(SUPPORT).build()),
                        () -> grant(ALICE),
                        () -> here.signIns().record(ALICE, NOON),
                        () -> here.accountEnds().record(ALICE, NOON),
                        () ->
                                here.policies()
                                        .put(PolicyScope.allOthers(), DelegationPolicy.builtIn()));
        int told = 1;
        for (Runnable change : changes) {
            change.run();
            told++;
            awaitNews(told);
        }
    }

    /** Anybody can cause other news, and reading all sign-ins costs more than to forget a read. */
    @Test
    void whoFollowsSignInsHearsOfNothingElse() {
        AtomicInteger signIns = new AtomicInteger();
        there.remoteNews().subscribeToSignIns(signIns::incrementAndGet);
        here.mailboxes().put(mailbox(SUPPORT).build());
        awaitNews(2);
        grant(ALICE);
        awaitNews(3);
        assertThat(signIns).hasValue(0);

        here.transactions()
                .inTransaction(
                        () -> {
                            here.mailboxes().put(mailbox(SUPPORT).build());
                            here.signIns().record(ALICE, NOON);
                            return here.mailboxes().remove(SUPPORT);
                        });

        awaitNews(4);
        Awaitility.await().atMost(SOON).until(() -> signIns.get() == 1);
    }

    /** During an upgrade, a server that says no more than who it is may have changed anything. */
    @Test
    void ofWhatAnEarlierVersionTellsNothingIsLeftOut() {
        AtomicInteger signIns = new AtomicInteger();
        there.remoteNews().subscribeToSignIns(signIns::incrementAndGet);

        database.sql(
                "select pg_notify('shared_mailboxes_' || relnamespace, '"
                        + UUID.randomUUID()
                        + "') from pg_class where oid = 'delegation'::regclass");

        Awaitility.await().atMost(SOON).until(() -> signIns.get() == 1);
    }

    @Test
    void aListenerThatFailsIsNotTheEndOfNews() {
        there.remoteNews()
                .subscribe(
                        () -> {
                            throw new NoClassDefFoundError("org/example/Missing");
                        });
        here.mailboxes().put(mailbox(SUPPORT).build());
        awaitNews(2);

        grant(ALICE);

        awaitNews(3);
    }

    @Test
    void whatOneChangesOneselfIsNoNews() {
        here.mailboxes().put(mailbox(SUPPORT).build());
        awaitNews(2);

        Awaitility.await().during(A_WHILE).until(() -> heardHere.get() == 1);
    }

    @Test
    void aTransactionTellsOnceHoweverMuchItChanges() throws SQLException {
        try (NewsConnection listener = listener()) {
            here.transactions()
                    .inTransaction(
                            () -> {
                                here.mailboxes().put(mailbox(SUPPORT).build());
                                here.delegations().lockAndCount(SUPPORT, NOON);
                                here.delegations().addAll(thousandDelegations());
                                thousandDelegations().forEach(here.delegations()::put);
                                return true;
                            });

            assertThat(listener.await(SOON)).hasSize(1);
            assertThat(listener.await(A_WHILE)).isEmpty();
        }
    }

    @Test
    void nothingIsToldOfWhatIsUndoneOrChangesNoAccess() throws SQLException {
        try (NewsConnection listener = listener()) {
            assertThatThrownBy(
                            () ->
                                    here.transactions()
                                            .inTransaction(
                                                    () -> {
                                                        here.mailboxes()
                                                                .put(mailbox(SUPPORT).build());
                                                        throw new IllegalStateException("undone");
                                                    }))
                    .hasMessage("undone");
            here.auditLog()
                    .append(
                            AuditEntry.of(
                                    NOON,
                                    ADMINISTRATOR,
                                    AuditAction.MAIL_SENT,
                                    SUPPORT,
                                    Optional.empty(),
                                    ImmutableMap.of()));
            here.delegations().ofDelegate(ALICE);

            assertThat(listener.await(A_WHILE)).isEmpty();
        }
    }

    @Test
    void manyChangesAreFewLooks() {
        int changes = 100;
        here.mailboxes().put(mailbox(SUPPORT).build());
        awaitNews(2);

        long started = System.nanoTime();
        for (int n = 0; n < changes; n++) {
            here.signIns().record(ALICE, NOON);
        }
        grant(ALICE);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !there.delegations().ofDelegate(ALICE).isEmpty());
        int looks = heardThere.get() - 2;

        long tenths = Duration.ofNanos(System.nanoTime() - started).toMillis() / 100;
        assertThat((long) looks).isLessThanOrEqualTo(tenths + 2);
    }

    @Test
    void whoHasLostTheConnectionLooksWhenItIsBack() {
        database.sql(
                "select pg_terminate_backend(pid) from pg_stat_activity where"
                        + " datname = current_database()"
                        + " and application_name = 'james-shared-mailboxes-news'");
        Awaitility.await().atMost(SOON).until(() -> heardThere.get() == 2 && heardHere.get() == 2);

        here.mailboxes().put(mailbox(SUPPORT).build());

        awaitNews(3);
    }

    @Test
    void whoHasStoppedHoldsNoConnection() {
        there.close();
        here.close();

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                database.column(
                                                        "select application_name from"
                                                                + " pg_stat_activity where datname"
                                                                + " = current_database() and"
                                                                + " application_name ="
                                                                + " 'james-shared-mailboxes-news'"))
                                        .isEmpty());
    }

    @Test
    void twoInstallationsInOneDatabaseHearNothingOfEachOther() {
        database.sql("create schema other");
        database.sql("comment on schema other is 'a store of its own'");
        AtomicInteger heard = new AtomicInteger();
        try (JdbcStores other =
                listening(
                        JdbcStores.open(
                                TestStores.at(database.database().url() + "&currentSchema=other"),
                                Caching.standard()),
                        heard)) {
            here.mailboxes().put(mailbox(SUPPORT).build());
            awaitNews(2);
            other.mailboxes().put(mailbox(SUPPORT).build());

            Awaitility.await().during(A_WHILE).until(() -> heard.get() == 1);
            assertThat(heardThere).hasValue(2);
        }
    }

    private NewsConnection listener() throws SQLException {
        return NewsConnection.open(database.database().forNews().orElseThrow(), new NewsChannel());
    }

    private void awaitNews(int times) {
        Awaitility.await().atMost(SOON).until(() -> heardThere.get() == times);
    }

    private void grant(Username delegate) {
        here.transactions()
                .inTransaction(
                        () -> {
                            here.delegations().lockAndCount(SUPPORT, NOON);
                            here.delegations().put(delegation(SUPPORT, delegate).build());
                            return true;
                        });
    }

    private static List<Delegation> thousandDelegations() {
        return IntStream.range(0, 1_000)
                .mapToObj(n -> delegation(SUPPORT, Username.of("n" + n + "@example.com")).build())
                .collect(Collectors.toList());
    }
}
