/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.slf4j.LoggerFactory;

/** Databases that let servers tell each other nothing: what they do works all the same. */
class NoNewsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String REVOKE =
            "revoke execute on function pg_notify(text, text) from public";

    @RegisterExtension final TestStores database = TestStores.postgresAsSuperuser();

    private final Logger logger = (Logger) LoggerFactory.getLogger(NewsWatch.class);
    private final Logger ofChannel = (Logger) LoggerFactory.getLogger(NewsChannel.class);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void listen() {
        written.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(written);
        ofChannel.addAppender(written);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(written);
        ofChannel.detachAppender(written);
        logger.setLevel(null);
    }

    @Test
    void whoIsToldAtOnceSaysSoOnce() {
        database.stores().listen();

        awaitLines(
                "Servers that share this store tell each other of changes at once (LISTEN/NOTIFY)");
    }

    /** Whatever stands between: what is told here arrives in another database. */
    @Test
    void whoDoesNotHearThemselvesSaysThatOthersAreLookedFor() {
        String elsewhere = OnPostgres.anotherDatabase();
        try (JdbcStore store = JdbcStore.open(database.database());
                JdbcStores another = JdbcStores.open(TestStores.at(elsewhere), Caching.standard());
                NewsWatch watch =
                        new NewsWatch(
                                TestStores.at(elsewhere).forNews(), store, new NewsChannel())) {
            another.connect();

            watch.start();

            awaitLines(
                    "Changes by other servers that share this store are looked for several times a"
                            + " second (no LISTEN/NOTIFY: what this server told itself did not"
                            + " arrive within 2 s, as behind a PgBouncer that pools transactions)");
        }
    }

    /** PostgreSQL says so when it is to commit, and has undone everything then. */
    @Test
    void aQueueThatIsFullIsTheEndOfOneChangeAndNotOfTheNext() {
        database.stores().listen();
        awaitLines(
                "Servers that share this store tell each other of changes at once (LISTEN/NOTIFY)");
        fillTheQueue();
        AtomicInteger undone = new AtomicInteger();

        assertThatThrownBy(() -> putNoting(undone))
                .isInstanceOf(StoreUnavailableException.class)
                .isNotInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("too many notifications in the NOTIFY queue");

        assertThat(undone).hasValue(1);
        assertThat(lines())
                .last(InstanceOfAssertFactories.STRING)
                .startsWith(
                        "Other servers are told of no changes, and look for them, because the"
                                + " database says: ERROR: too many notifications");
        assertThatCode(() -> putNoting(undone)).doesNotThrowAnyException();
        assertThat(database.stores().mailboxes().find(SUPPORT)).isPresent();
    }

    private void putNoting(AtomicInteger undone) {
        JdbcStores stores = database.stores();
        stores.transactions()
                .inTransaction(
                        () -> {
                            stores.transactions().afterRollback(undone::incrementAndGet);
                            stores.mailboxes().put(mailbox(SUPPORT).build());
                            return true;
                        });
    }

    /** Has PostgreSQL answer once as it does then: its own queue takes gigabytes. */
    private void fillTheQueue() {
        database.sql("create sequence refusals");
        database.sql(
                "create function refuse() returns trigger language plpgsql as 'begin if"
                        + " nextval(''refusals'') = 1 then raise exception ''too many notifications"
                        + " in the NOTIFY queue'' using errcode = ''54000''; end if; return null;"
                        + " end'");
        database.sql(
                "create constraint trigger refusal after insert on shared_mailbox deferrable"
                        + " initially deferred for each row execute function refuse()");
    }

    @Test
    void aRoleThatMayNotNotifyChangesTheStoreAllTheSame() {
        database.sql(REVOKE);
        try (JdbcStores stores = asRoleOfItsOwn()) {
            stores.listen();

            awaitLines(
                    "Changes by other servers that share this store are looked for several times a"
                            + " second (no LISTEN/NOTIFY: the database says: ERROR: permission"
                            + " denied for function pg_notify)");
            assertThatCode(() -> stores.mailboxes().put(mailbox(SUPPORT).build()))
                    .doesNotThrowAnyException();
        }
    }

    /** A database has no way to say beforehand that a part of a transaction will be refused. */
    @Test
    void aRoleThatMayNoLongerLosesOneChange() {
        try (JdbcStores stores = asRoleOfItsOwn()) {
            stores.listen();
            awaitLines(
                    "Servers that share this store tell each other of changes at once"
                            + " (LISTEN/NOTIFY)");
            database.sql(REVOKE);

            assertThatThrownBy(() -> stores.mailboxes().put(mailbox(SUPPORT).build()))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(stores.mailboxes().find(SUPPORT)).isEmpty();
            stores.mailboxes().put(mailbox(SUPPORT).build());

            assertThat(stores.mailboxes().find(SUPPORT)).isPresent();
        }
    }

    @Test
    void nobodyListensInAnEmbeddedStore(@TempDir Path folder) {
        try (JdbcStores embedded =
                JdbcStores.open(Database.embedded(folder, "store", 2), Caching.standard())) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            embedded.listen();
            embedded.mailboxes().put(mailbox(SUPPORT).build());

            Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
            started.removeAll(before);
            assertThat(started)
                    .as("beside those of other tests that have not ended yet")
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("shared-mailboxes-news"));
        }
    }

    private JdbcStores asRoleOfItsOwn() {
        String role = "role" + database.database().url().replaceAll(".*/test|\\?.*", "");
        database.sql("create role " + role + " login");
        database.sql("grant all on all tables in schema public to " + role);
        database.sql("grant all on all sequences in schema public to " + role);
        return JdbcStores.open(
                TestStores.at(database.database().url().replaceFirst("user=.*", "user=" + role)),
                Caching.standard());
    }

    private void awaitLines(String... lines) {
        Awaitility.await().atMost(SOON).until(() -> lines().size() >= lines.length);
        assertThat(lines()).containsExactly(lines);
    }

    private List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.toList());
    }
}
