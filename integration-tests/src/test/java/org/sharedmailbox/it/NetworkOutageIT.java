/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.PluginDatabase;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.postgresql.PausingProxy;
import org.sharedmailbox.postgresql.PostgresServer;

/**
 * A network to PostgreSQL that stops and breaks, and a PostgreSQL that is restarted, while people
 * work: what is shared is refused, one's own goes on as fast as before, and what was answered is
 * there afterwards.
 */
@Tag("alone")
class NetworkOutageIT {
    private static final int ROUNDS = 5;
    private static final int MEMBERS = 60;
    private static final int TEAMS = 3;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private static PostgresServer postgres;
    private static PausingProxy network;
    private static String database;
    private static StockJames james;
    private static WebAdmin webAdmin;
    private static Person bob;
    private static SharedWork shared;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
        network = PausingProxy.to(postgres.port());
        database = postgres.newDatabase();
        james = StockJames.named("network-outage").layOut();
        james.configuration("shared-mailboxes.properties")
                .append("store.url=" + postgres.through(network, database))
                .append("store.poolSize=4");
        Administrator administrator = Administrator.of(james.start());
        webAdmin = administrator.webAdmin();
        administrator.createsDomain("example.com");
        Person alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        IntStream.range(0, MEMBERS).forEach(n -> administrator.createsUser(member(n)));
        IntStream.range(0, TEAMS).forEach(n -> administrator.createsSharedMailbox(team(n)));
        administrator.createsSharedMailbox(SharedWork.SUPPORT);
        administrator.grants(SharedWork.SUPPORT, alice, "READ_AND_MANAGE", "SEND_AS");
        shared = new SharedWork(alice);
    }

    @AfterAll
    static void stop() {
        if (james != null) {
            james.close();
        }
        if (network != null) {
            network.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void whileNothingGoesThroughWhatIsSharedIsRefusedAndOnesOwnGoesOn() {
        OwnCommandTimes.assertAsFastDuring(NetworkOutageIT::pause, bob, ROUNDS);
    }

    private static void pause(Runnable measurement) {
        network.pause();
        try {
            shared.assertRefusedAtLast();
            shared.awaitKnownOutage();
            measurement.run();
            shared.assertRefusedAtOnce();
            assertGrantsAreRefusedAtOnce();
        } finally {
            network.resume();
        }
        shared.awaitEndOfOutage();
    }

    @Test
    void whatIsAnsweredWhileTheDatabaseComesAndGoesIsThere() {
        Answered answered = new Answered();
        try (answered) {
            IntStream.range(0, TEAMS)
                    .forEach(
                            team ->
                                    answered.begin(
                                            1_000_000,
                                            n -> team(team) + " " + member(n % MEMBERS) + " " + n,
                                            n -> change(team(team), n)));
            for (int round = 0; round < 2; round++) {
                awaitMore(answered);
                postgres.kill();
                shared.awaitKnownOutage();
                postgres.resume();
                awaitMore(answered);
                network.cut();
            }
            awaitMore(answered);
        }

        assertThat(answered.refused()).isNotEmpty().containsOnly(503);
        try (PluginDatabase store = james.store(database)) {
            assertThat(store.contradictions()).isEmpty();
            Map<String, Integer> stored =
                    numbers(
                            store.column(
                                    "select owner || ' ' || delegate || ' ' || note from delegation"
                                            + " where owner like 'team%'"));
            numbers(answered.done("team"))
                    .forEach(
                            (delegation, last) ->
                                    assertThat(stored.get(delegation))
                                            .as("%s, after change %d", delegation, last)
                                            .isGreaterThanOrEqualTo(last));
        }
        shared.awaitEndOfOutage();
    }

    /** The number of the last change of each delegation, from lines that end in it. */
    private static Map<String, Integer> numbers(List<String> changes) {
        Map<String, Integer> last = new HashMap<>();
        for (String change : changes) {
            int blank = change.lastIndexOf(' ');
            last.put(change.substring(0, blank), Integer.valueOf(change.substring(blank + 1)));
        }
        return last;
    }

    /** Grants, and changes what was granted. */
    private static HttpAnswer change(String owner, int n) {
        return webAdmin.put(
                "/delegations/" + owner + "/" + member(n % MEMBERS),
                "{\"rights\":[\"READ\"],\"note\":\"" + n + "\"}");
    }

    private static void awaitMore(Answered answered) {
        int before = answered.done("").size();
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> answered.done("").size() > before + 30);
    }

    private static void assertGrantsAreRefusedAtOnce() {
        SharedWork.assertAtOnce(() -> assertThat(change(team(0), 0).status()).isEqualTo(503));
    }

    private static String team(int n) {
        return "team" + n + "@example.com";
    }

    private static String member(int n) {
        return "member" + n + "@example.com";
    }
}
