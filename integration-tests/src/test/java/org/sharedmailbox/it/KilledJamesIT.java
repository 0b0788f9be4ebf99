/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.PluginDatabase;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.postgresql.PostgresServer;

/**
 * A stock James that is killed while administrators grant, import and convert: what they were told
 * is done is in the store, and nothing is there by half.
 */
class KilledJamesIT {
    private static final int TEAMS = 3;
    private static final int IMPORTS = 10;
    private static final int PEOPLE = 20;
    private static final String NOTED = "noted@example.com";
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @Test
    void theEmbeddedStoreHasAllThatWasAnsweredAndOpensAgain() {
        try (StockJames james = StockJames.named("killed-embedded").layOut()) {
            Answered answered = workUntilKilled(james.start());
            try (PluginDatabase store = james.store()) {
                assertAllIsThere(answered, store);
            }

            james.start();
            assertThat(
                            Administrator.of(james)
                                    .webAdmin()
                                    .get("/healthcheck/checks/SharedMailboxes")
                                    .status())
                    .isEqualTo(200);
            james.kill();
            try (PluginDatabase store = james.store()) {
                assertThat(store.contradictions()).isEmpty();
            }
        }
    }

    @Test
    void postgresqlHasAllThatWasAnswered() {
        try (PostgresServer postgres = PostgresServer.start();
                StockJames james = StockJames.named("killed-postgresql").layOut()) {
            String url = postgres.newDatabase();
            james.configuration("shared-mailboxes.properties").append("store.url=" + url);

            Answered answered = workUntilKilled(james.start());

            try (PluginDatabase store = james.store(url)) {
                assertAllIsThere(answered, store);
            }
        }
    }

    private static Answered workUntilKilled(StockJames james) {
        Administrator administrator = Administrator.of(james);
        administrator.createsDomain("example.com");
        IntStream.range(0, PEOPLE)
                .forEach(
                        n -> {
                            administrator.createsUser(member(n));
                            administrator.createsUser(converted(n));
                        });
        IntStream.range(0, TEAMS).forEach(n -> administrator.createsSharedMailbox(team(n)));
        IntStream.range(0, IMPORTS).forEach(n -> administrator.createsSharedMailbox(list(n)));
        administrator.createsSharedMailbox(NOTED);
        WebAdmin webAdmin = administrator.webAdmin();
        try (Answered answered = new Answered()) {
            IntStream.range(0, TEAMS)
                    .forEach(
                            team ->
                                    answered.begin(
                                            PEOPLE,
                                            n -> team(team) + " " + member(n),
                                            n -> grant(webAdmin, team(team), member(n))));
            answered.begin(
                    IMPORTS, KilledJamesIT::list, n -> webAdmin.postCsv("/delegations", csv(n)));
            answered.begin(
                    PEOPLE,
                    KilledJamesIT::converted,
                    n ->
                            webAdmin.post(
                                    "/shared-mailboxes/" + converted(n) + "?action=convert", "{}"));
            // Who is never done: the kill comes in the middle of it, however fast the others are.
            answered.begin(
                    Integer.MAX_VALUE,
                    n -> "note " + n,
                    n -> notes(webAdmin, "{\"rights\":[\"READ\"],\"note\":\"" + n + "\"}"));
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(5))
                    .until(
                            () ->
                                    answered.done("note").size() > 2
                                            && answered.done("team").size() > TEAMS
                                            && answered.done("list").size() > 2
                                            && answered.done("converted").size() > 2);
            james.kill();
            return answered;
        }
    }

    private static void assertAllIsThere(Answered answered, PluginDatabase store) {
        assertThat(answered.refused()).isEmpty();
        assertThat(store.contradictions()).isEmpty();
        assertThat(store.column("select owner || ' ' || delegate from delegation"))
                .containsAll(answered.done("team"));
        String imported = " from delegation where owner like 'list%'";
        assertThat(store.column("select distinct owner" + imported))
                .containsAll(answered.done("list"));
        assertThat(store.column("select distinct count(*)" + imported + " group by owner"))
                .as("a request is one transaction")
                .containsOnly(String.valueOf(PEOPLE));
        int notes = answered.done("note").size();
        assertThat(store.column("select note from delegation where owner = '" + NOTED + "'"))
                .as("the last that was answered, or the one after it")
                .containsAnyOf(String.valueOf(notes - 1), String.valueOf(notes));
        assertThat(store.column("select address from shared_mailbox"))
                .containsAll(answered.done("converted"));
    }

    private static HttpAnswer notes(WebAdmin webAdmin, String terms) {
        return webAdmin.put("/delegations/" + NOTED + "/" + member(0), terms);
    }

    private static HttpAnswer grant(WebAdmin webAdmin, String owner, String delegate) {
        return webAdmin.put("/delegations/" + owner + "/" + delegate, "{\"rights\":[\"READ\"]}");
    }

    private static String csv(int list) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(n -> list(list) + "," + member(n) + ",READ")
                .collect(Collectors.joining("\n", "owner,delegate,rights\n", "\n"));
    }

    private static String team(int n) {
        return "team" + n + "@example.com";
    }

    private static String list(int n) {
        return "list" + n + "@example.com";
    }

    private static String member(int n) {
        return "member" + n + "@example.com";
    }

    private static String converted(int n) {
        return "converted" + n + "@example.com";
    }
}
