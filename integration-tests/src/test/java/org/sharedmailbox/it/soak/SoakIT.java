/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.postgresql.PostgresServer;

/**
 * Two servers on one PostgreSQL, which is killed and started again three times: 20 members at work
 * in shared mailboxes, five mails a second from one of them, ten grants and revocations a second.
 * For two minutes, and with {@code -Psoak} for ten.
 */
@Tag("alone")
class SoakIT {
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("soak.seconds", 120));
    private static final int RESTARTS = 3;
    private static final Duration DOWN = Duration.ofSeconds(3);

    /** What could not be filed while the store was away is tried again after a minute. */
    private static final Duration DELIVERY = Duration.ofMinutes(3);

    /** The pool ends a thread that it has started to grow after some seconds. */
    private static final Duration IDLE_THREADS = Duration.ofMinutes(1);

    private static final int THREADS = 40;

    /** Of each server: the pool, and connections beside it. */
    private static final int MAX_CONNECTIONS = 2 * (10 + 2);

    /** In octets, of the plugin's own objects; caches may be fuller at the end than at first. */
    private static final long MAX_GROWTH = 1024 * 1024;

    /** In octets, of the whole heap: this James keeps all mail in memory, in more than one form. */
    private static final long MAX_GROWTH_OF_JAMES = 4 * 1024 * 1024;

    private static final long MAX_OF_A_MAIL = 12 * 1024;

    private static final Findings FINDINGS = new Findings();
    private static final List<StockJames> SERVERS = new ArrayList<>();
    private static PostgresServer postgres;
    private static String store;
    private static Office office;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
        store = postgres.newDatabase();
        startServer("soak-one");
        startServer("soak-other");
        office = Office.of(Company.on(SERVERS), FINDINGS);
    }

    private static void startServer(String name) {
        StockJames james = StockJames.named(name).layOut();
        SERVERS.add(james);
        james.configuration("shared-mailboxes.properties").append("store.url=" + store);
        james.start();
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(StockJames::close);
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void nobodyGetsTooMuchAndNothingIsLost() {
        worksFor(() -> Company.passes(TIME.dividedBy(8)));
        List<Leaks> before = leaks();
        worksFor(
                () -> {
                    Company.passes(TIME.dividedBy(RESTARTS + 1));
                    for (int restart = 0; restart < RESTARTS; restart++) {
                        postgres.kill();
                        Company.passes(DOWN);
                        postgres.resume();
                        Company.passes(TIME.dividedBy(RESTARTS + 1).minus(DOWN));
                    }
                });

        Awaitility.await("everybody is served")
                .atMost(Duration.ofSeconds(30))
                .until(office::isServed);
        office.verifyGuests();
        System.out.println(FINDINGS);
        assertThat(FINDINGS.faults()).isEmpty();
        Awaitility.await("accepted mail")
                .atMost(DELIVERY)
                .untilAsserted(() -> assertThat(office.missingMail()).isEmpty());
        assertThatAllOfItHasHappened();
        awaitThreadsToEnd(before);
        assertThatNothingLeaked(before, leaks());
    }

    /** Those that have nothing to do end after a while, as the one by which the pool grows. */
    private static void awaitThreadsToEnd(List<Leaks> before) {
        for (int server = 0; server < SERVERS.size(); server++) {
            StockJames james = SERVERS.get(server);
            Leaks earlier = before.get(server);
            Awaitility.await("threads end")
                    .atMost(IDLE_THREADS)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(
                            () -> assertThat(Leaks.of(james).threadsMoreThan(earlier)).isEmpty());
        }
    }

    /** Has everybody work as long as something takes. */
    private static void worksFor(Runnable meanwhile) {
        try (Work work = new Work(THREADS, FINDINGS)) {
            office.works(work);
            meanwhile.run();
        }
    }

    private static List<Leaks> leaks() {
        return SERVERS.stream().map(Leaks::of).collect(Collectors.toList());
    }

    /** Half of what was intended, on a busy machine. */
    private static void assertThatAllOfItHasHappened() {
        long seconds = TIME.toSeconds();
        assertThat(FINDINGS.countOf("submissions: 250")).isGreaterThan(5 * seconds / 2);
        assertThat(
                        FINDINGS.countOf("grants and revocations: 200")
                                + FINDINGS.countOf("grants and revocations: 201")
                                + FINDINGS.countOf("grants and revocations: 204"))
                .isGreaterThan(10 * seconds / 2);
        assertThat(FINDINGS.countOf("commands after a revocation: REFUSED"))
                .isGreaterThan(10 * seconds);
        assertThat(FINDINGS.countOf("commands after a grant: DONE")).isGreaterThan(10 * seconds);
        assertThat(FINDINGS.countOf("commands of members: UNAVAILABLE")).isPositive();
    }

    private static void assertThatNothingLeaked(List<Leaks> before, List<Leaks> after) {
        for (int server = 0; server < SERVERS.size(); server++) {
            System.out.println(before.get(server) + " -> " + after.get(server));
            assertThat(after.get(server).threadsMoreThan(before.get(server))).isEmpty();
            assertThat(after.get(server).growthOfPluginSince(before.get(server)))
                    .isLessThan(MAX_GROWTH);
            assertThat(after.get(server).growthSince(before.get(server)))
                    .isLessThan(
                            MAX_GROWTH_OF_JAMES
                                    + MAX_OF_A_MAIL * FINDINGS.countOf("submissions: 250"));
        }
        // A pool that leaks ends in waiting for its last connection, all of which are in use then.
        awaitCount("= 'james-shared-mailboxes' and state <> 'idle'", "> 0");
        awaitCount("= 'james-shared-mailboxes'", "> " + MAX_CONNECTIONS);
        awaitCount("= 'james-shared-mailboxes-news'", "<> " + SERVERS.size());
    }

    /** Waits until PostgreSQL has another number of such connections than is too many. */
    private static void awaitCount(String connections, String tooMany) {
        Awaitility.await("connections " + connections)
                .atMost(IDLE_THREADS)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(
                        () -> {
                            // PostgreSQL itself fails if it is so.
                            postgres.change(
                                    store,
                                    "do $$ begin if (select count(*) from pg_stat_activity where"
                                            + " application_name "
                                            + connections
                                            + ") "
                                            + tooMany
                                            + " then raise 'so it is'; end if; end $$");
                            return true;
                        });
    }
}
