/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.sharedmailbox.postgresql.PostgresServer;

/**
 * A PostgreSQL that answers, but not to what waits for somebody else's lock: a whole table, which
 * makes each look-up slow, or one row, for which changes wait until the pool has none left for
 * them.
 */
@Tag("alone")
class SlowStoreIT {
    private static final int ROUNDS = 2;
    private static final String TEAM = "team@example.com";
    private static final String OTHER_TEAM = "other@example.com";
    private static final int POOL_SIZE = 4;
    private static final int CHANGES = 3 * POOL_SIZE;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private static PostgresServer postgres;
    private static String database;
    private static StockJames james;
    private static WebAdmin webAdmin;
    private static Person bob;
    private static SharedWork shared;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
        database = postgres.newDatabase();
        james = StockJames.named("slow-store").layOut();
        james.configuration("shared-mailboxes.properties")
                .append("store.url=" + database)
                .append("store.poolSize=" + POOL_SIZE);
        Administrator administrator = Administrator.of(james.start());
        webAdmin = administrator.webAdmin();
        administrator.createsDomain("example.com");
        Person alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        administrator.createsSharedMailbox(TEAM);
        administrator.createsSharedMailbox(OTHER_TEAM);
        administrator.createsSharedMailbox(SharedWork.SUPPORT);
        administrator.grants(SharedWork.SUPPORT, alice, "READ_AND_MANAGE", "SEND_AS");
        administrator.grants(TEAM, bob, "READ");
        shared = new SharedWork(alice);
    }

    @AfterAll
    static void stop() {
        if (james != null) {
            james.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void whileATableIsLockedWhatIsSharedIsRefusedAndOnesOwnGoesOn() {
        OwnCommandTimes.assertAsFastDuring(SlowStoreIT::lock, bob, ROUNDS);

        awaitGrant(OTHER_TEAM);
    }

    private static void lock(Runnable measurement) {
        try (PluginDatabase locker = james.store(database)) {
            locker.change("begin; lock table delegation in access exclusive mode");

            shared.assertRefusedAtLast();
            shared.awaitKnownOutage();
            measurement.run();
            shared.assertRefusedAtOnce();
            SharedWork.assertAtOnce(() -> assertThat(grant(OTHER_TEAM, 0).status()).isEqualTo(503));
        }
        shared.awaitEndOfOutage();
    }

    @Test
    void changesThatWaitForARowAreRefusedAndKeepNobodyFromTheirMail() {
        Answered answered = new Answered();
        try (PluginDatabase locker = james.store(database)) {
            locker.change(
                    "begin; select 1 from delegation_owner where address = '"
                            + TEAM
                            + "' for update");
            try (answered) {
                IntStream.range(0, CHANGES)
                        .forEach(n -> answered.begin(1, key -> "waited", key -> grant(TEAM, n)));
                Awaitility.await()
                        .atMost(TIMEOUT)
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> !answered.refused().isEmpty());
                shared.assertDoneAtOnce();
            }
            assertThat(answered.done("waited")).isEmpty();
            assertThat(answered.refused()).hasSize(CHANGES).containsOnly(503);
            shared.assertDoneAtOnce();
        }

        awaitGrant(TEAM);
        try (PluginDatabase store = james.store(database)) {
            assertThat(store.column("select note from delegation where owner = '" + TEAM + "'"))
                    .as("what was refused was not done")
                    .containsExactly("last");
            assertThat(store.contradictions()).isEmpty();
        }
    }

    private static void awaitGrant(String owner) {
        Awaitility.await().atMost(TIMEOUT).until(() -> grant(owner, "last").status() / 100 == 2);
    }

    private static HttpAnswer grant(String owner, int n) {
        return grant(owner, "change " + n);
    }

    private static HttpAnswer grant(String owner, String note) {
        return webAdmin.put(
                "/delegations/" + owner + "/" + bob.address(),
                "{\"rights\":[\"READ\"],\"note\":\"" + note + "\"}");
    }
}
