/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;
import org.sharedmailbox.postgresql.PostgresServer;

/** The reconcile task in James's own task manager, and exact lists, over HTTP. */
class ReconcileIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("reconcile"));

    private static Administrator administrator;
    private static Person alice;
    private static Person bob;

    @BeforeAll
    static void company() {
        administrator = Administrator.of(james.server());
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
    }

    @Test
    void passwordsThatWereSetPastUsAreBlockedAndAllIsCounted() {
        administrator.createsSharedMailbox("support@example.com");
        administrator.grants("support@example.com", alice, "READ");
        setsPasswordPastUs(administrator);

        JsonNode task = runs(administrator);

        assertThat(task.get("status").asText()).as(task.toString()).isEqualTo("completed");
        JsonNode done = task.get("additionalInformation");
        assertThat(done.get("type").asText()).isEqualTo("shared-mailboxes-reconcile");
        assertThat(done.get("accountsLookedAt").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(done.get("accountsGone").asInt()).isZero();
        assertThat(done.get("passwordsFound").asInt()).isEqualTo(1);
        assertThat(done.get("mailboxesBlocked").asInt()).isEqualTo(1);
        assertThat(done.get("failures").asInt()).isZero();
        assertThat(signIn(administrator)).isEqualTo("blocked");
        assertThat(delegatesOf("support@example.com")).containsExactly("alice@example.com");

        JsonNode again = runs(administrator).get("additionalInformation");
        assertThat(again.get("passwordsFound").asInt()).isZero();
    }

    @Test
    void aServerThatCannotKnowAllAccountsEndsNoneAndMendsTheRest() {
        try (PostgresServer postgres = PostgresServer.start();
                StockJames sharing = StockJames.named("reconcile-sharing").layOut()) {
            String database = postgres.newDatabase();
            sharing.configuration("shared-mailboxes.properties").append("store.url=" + database);
            sharing.start();
            Administrator one = Administrator.of(sharing);
            one.createsDomain("example.com");
            Person carol = one.createsUser("carol@example.com");
            one.createsSharedMailbox("support@example.com");
            one.grants("support@example.com", carol, "READ");
            setsPasswordPastUs(one);
            postgres.change(
                    database,
                    "create table copied as select * from delegation where owner ="
                            + " 'support@example.com';"
                            + " update copied set delegate = 'elsewhere@example.com';"
                            + " insert into delegation select * from copied;"
                            + " insert into folder_subscription"
                            + " (owner, delegate, folder, subscribed) values"
                            + " ('support@example.com', 'carol@example.com', 'Gone', true)");

            JsonNode task = runs(one);

            assertThat(task.get("status").asText()).as(task.toString()).isEqualTo("failed");
            JsonNode done = task.get("additionalInformation");
            assertThat(done.get("accountsGone").asInt()).isZero();
            assertThat(done.get("failures").asInt()).isEqualTo(1);
            assertThat(done.get("subscriptionsMended").asInt()).isEqualTo(1);
            assertThat(done.get("mailboxesBlocked").asInt()).isEqualTo(1);
            assertThat(one.webAdmin().get("/delegations/support@example.com").json().get("total"))
                    .hasToString("2");
        }
    }

    private static void setsPasswordPastUs(Administrator one) {
        one.createsSharedMailbox("open@example.com");
        one.webAdmin()
                .put("/users/open@example.com?force", "{\"password\":\"known\"}")
                .expectSuccess();
        assertThat(signIn(one)).isEqualTo("outside");
    }

    private static String signIn(Administrator one) {
        return one.looksAtSharedMailbox("open@example.com").json().get("signIn").asText();
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
            assertThat(imap.command("STATUS #user.sales.INBOX (MESSAGES)").isOk()).isTrue();

            assertThat(administrator.webAdmin().post(exact, only).expectSuccess().body())
                    .isEqualTo("{\"created\":1,\"changed\":0,\"unchanged\":0,\"revoked\":1}");
            assertThat(imap.command("STATUS #user.sales.INBOX (MESSAGES)").isOk()).isFalse();
        }
        assertThat(delegatesOf("sales@example.com")).containsExactly(bob.address());
    }

    private static JsonNode runs(Administrator one) {
        String taskId =
                one.webAdmin()
                        .post("/delegations?task=reconcile", "")
                        .expectSuccess()
                        .json()
                        .get("taskId")
                        .asText();
        return one.webAdmin().get("/tasks/" + taskId + "/await").expectSuccess().json();
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
