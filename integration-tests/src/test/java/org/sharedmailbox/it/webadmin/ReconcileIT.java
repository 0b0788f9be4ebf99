/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.postgresql.PostgresServer;

/** The reconcile task in James's own task manager, and exact lists, over HTTP. */
class ReconcileIT {
    private static PostgresServer postgres;
    private static String database;
    private static StockJames james;
    private static Administrator administrator;
    private static Person alice;
    private static Person bob;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
        database = postgres.newDatabase();
        james = StockJames.named("reconcile").layOut();
        james.configuration("shared-mailboxes.properties").append("store.url=" + database);
        james.start();
        administrator = Administrator.of(james);
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
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

    /**
     * What others have left in the store: an account that is gone is looked for by the plugin
     * itself once a minute, so that the task has to come first here, within some seconds.
     */
    @Test
    void whatHasChangedPastUsIsMendedAndCounted() {
        administrator.createsSharedMailbox("support@example.com");
        administrator.grants("support@example.com", alice, "READ");
        administrator.createsSharedMailbox("open@example.com");
        administrator
                .webAdmin()
                .put("/users/open@example.com?force", "{\"password\":\"known\"}")
                .expectSuccess();
        postgres.change(
                database,
                "create table copied as select * from delegation where owner ="
                        + " 'support@example.com';"
                        + " update copied set delegate = 'ghost@example.com';"
                        + " insert into delegation select * from copied;"
                        + " insert into folder_subscription (owner, delegate, folder, subscribed)"
                        + " values ('support@example.com', 'alice@example.com', 'Gone', true)");

        JsonNode task = runs();

        assertThat(task.get("status").asText()).as(task.toString()).isEqualTo("completed");
        JsonNode done = task.get("additionalInformation");
        assertThat(done.get("type").asText()).isEqualTo("shared-mailboxes-reconcile");
        assertThat(done.get("accountsLookedAt").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(done.get("accountsGone").asInt()).isEqualTo(1);
        assertThat(done.get("delegationsEnded").asInt()).isEqualTo(1);
        assertThat(done.get("subscriptionsMended").asInt()).isEqualTo(1);
        assertThat(done.get("mailboxesBlocked").asInt()).isEqualTo(1);
        assertThat(done.get("failures").asInt()).isZero();
        assertThat(
                        administrator
                                .looksAtSharedMailbox("open@example.com")
                                .json()
                                .get("signIn")
                                .asText())
                .isEqualTo("blocked");
        assertThat(delegatesOf("support@example.com")).containsExactly("alice@example.com");

        JsonNode again = runs().get("additionalInformation");
        assertThat(again.get("accountsGone").asInt()).isZero();
        assertThat(again.get("mailboxesBlocked").asInt()).isZero();
    }

    @Test
    void anExactListRevokesWhatItDoesNotNameInOpenSessionsToo() {
        administrator.createsSharedMailbox("sales@example.com");
        administrator.grants("sales@example.com", alice, "READ");
        try (RawImap imap = alice.imap()) {
            assertThat(imap.command("SELECT #user.sales.INBOX").isOk()).isTrue();

            String only = "[{\"owner\":\"sales@example.com\",\"delegate\":\"bob@example.com\"}]";
            String exact = "/delegations?mode=exact&owner=sales@example.com";
            assertThat(
                            administrator
                                    .webAdmin()
                                    .post(exact + "&dryRun=true", only)
                                    .json()
                                    .toString())
                    .isEqualTo(
                            "{\"created\":1,\"changed\":0,\"unchanged\":0,\"revoked\":1,"
                                    + "\"wouldRevoke\":[{\"owner\":\"sales@example.com\","
                                    + "\"delegate\":\"alice@example.com\"}]}");
            assertThat(imap.command("FETCH 1:* FLAGS").completion()).startsWith("OK");

            assertThat(administrator.webAdmin().post(exact, only).expectSuccess().body())
                    .isEqualTo("{\"created\":1,\"changed\":0,\"unchanged\":0,\"revoked\":1}");
            assertThat(imap.command("STATUS #user.sales.INBOX (MESSAGES)").isOk()).isFalse();
        }
        assertThat(delegatesOf("sales@example.com")).containsExactly(bob.address());
    }

    private static JsonNode runs() {
        String taskId =
                administrator
                        .webAdmin()
                        .post("/delegations?task=reconcile", "")
                        .expectSuccess()
                        .json()
                        .get("taskId")
                        .asText();
        return administrator.webAdmin().get("/tasks/" + taskId + "/await").expectSuccess().json();
    }

    private static List<String> delegatesOf(String owner) {
        return administrator
                .webAdmin()
                .get("/delegations/" + owner)
                .json()
                .get("items")
                .findValuesAsText("delegate");
    }
}
