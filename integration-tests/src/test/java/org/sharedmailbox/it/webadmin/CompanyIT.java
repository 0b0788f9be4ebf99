/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/**
 * A company is set up from one CSV, looked at from all sides, and changed. One story on one server,
 * told in its order.
 */
@TestMethodOrder(OrderAnnotation.class)
class CompanyIT {
    private static final int MAILBOXES = 100;
    private static final int MEMBERS = 20;

    private static final StockJames james = StockJames.named("company").layOut();
    private static final Administrator administrator = Administrator.of(james);

    private static Person alice;

    @BeforeAll
    static void start() {
        james.start();
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("m0@example.com");
        IntStream.range(1, MEMBERS).forEach(n -> administrator.createsUser(member(n)));
        IntStream.range(0, MAILBOXES).forEach(n -> administrator.createsSharedMailbox(mailbox(n)));
    }

    @AfterAll
    static void stop() {
        james.close();
    }

    @Test
    @Order(1)
    void oneCsvSetsUpTheCompany() {
        String csv =
                "owner,delegate,rights,notAfter\n"
                        + IntStream.range(0, MAILBOXES * MEMBERS)
                                .mapToObj(CompanyIT::line)
                                .collect(Collectors.joining("\n"));
        HttpAnswer granted = administrator.webAdmin().postCsv("/delegations", csv);

        assertThat(granted.body()).isEqualTo("{\"created\":2000,\"changed\":0,\"unchanged\":0}");
        assertThat(alice.mailboxes()).contains("#user.box0.INBOX", "#user.box99.INBOX");
    }

    @Test
    @Order(2)
    void itIsListedByMailboxByDelegateByRightAndByEnd() {
        assertThat(total("owner=box7@example.com")).isEqualTo(MEMBERS);
        assertThat(total("delegate=m3@example.com")).isEqualTo(MAILBOXES);
        assertThat(total("right=SEND_AS")).isEqualTo(MAILBOXES);
        assertThat(total("expiringBefore=2999-01-02T00:00:00Z")).isEqualTo(MAILBOXES);
        assertThat(total("domain=example.com&state=active")).isEqualTo(2000);
    }

    @Test
    @Order(3)
    void theExportIsReadInAgainWithoutAChange() {
        String csv = administrator.webAdmin().getCsv("/delegations").expectSuccess().body();

        assertThat(csv.lines()).hasSize(2001);
        assertThat(administrator.webAdmin().postCsv("/delegations", csv).body())
                .isEqualTo("{\"created\":0,\"changed\":0,\"unchanged\":2000}");
    }

    @Test
    @Order(4)
    void aPolicySuspendsAnOpenSessionAndRestoresIt() {
        try (RawImap imap = alice.imap()) {
            assertThat(imap.command("STATUS \"#user.box0.INBOX\" (MESSAGES)").isOk()).isTrue();

            policy("{\"enabled\":false}");
            assertThat(imap.command("STATUS \"#user.box0.INBOX\" (MESSAGES)").isOk()).isFalse();

            policy("{\"enabled\":true}");
            assertThat(imap.command("STATUS \"#user.box0.INBOX\" (MESSAGES)").isOk()).isTrue();
        }
    }

    @Test
    @Order(5)
    void anEmployeeIsRemovedEverywhere() {
        JsonNode mappings =
                administrator
                        .webAdmin()
                        .get("/delegations?delegate=m0@example.com&limit=1000")
                        .json()
                        .get("items");
        for (JsonNode mapping : mappings) {
            administrator
                    .webAdmin()
                    .delete("/delegations/" + mapping.get("owner").asText() + "/m0@example.com")
                    .expectSuccess();
        }

        assertThat(mappings).hasSize(MAILBOXES);
        assertThat(total("delegate=m0@example.com")).isZero();
        assertThat(alice.mailboxes()).noneMatch(name -> name.startsWith("#user."));
    }

    @Test
    @Order(6)
    void aUserBecomesASharedMailboxWithAllMailAndBack() {
        Person info = administrator.createsUser("info@example.com");
        administrator.grants("info@example.com", alice, "READ_AND_MANAGE");
        try (RawImap open = info.imap()) {
            assertThat(open.command("CREATE Projects").isOk()).isTrue();
            assertThat(open.command("APPEND Projects", "Subject: Kept\r\n\r\nKept\r\n").isOk())
                    .isTrue();

            act("convert", "{}");
            assertThat(open.command("LOGOUT")).isNotNull();
        }
        assertThat(signsIn(info)).isFalse();
        try (OpenMailbox projects = alice.opens("#user.info.Projects")) {
            assertThat(projects.subjects()).containsExactly("Kept");
        }

        act("revert", "{\"password\":\"secret of info@example.com\"}");
        try (OpenMailbox projects = info.opens("Projects")) {
            assertThat(projects.subjects()).containsExactly("Kept");
        }
        assertThat(alice.mailboxes()).contains("#user.info.Projects");
    }

    private static boolean signsIn(Person person) {
        try (RawImap imap = person.imap()) {
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void act(String action, String body) {
        administrator
                .webAdmin()
                .post("/shared-mailboxes/info@example.com?action=" + action, body)
                .expectSuccess();
    }

    private static void policy(String json) {
        administrator.webAdmin().put("/delegation-policies/example.com", json).expectSuccess();
    }

    private static int total(String query) {
        return administrator
                .webAdmin()
                .get("/delegations?" + query + "&limit=1")
                .expectSuccess()
                .json()
                .get("total")
                .asInt();
    }

    private static String line(int n) {
        int member = n % MEMBERS;
        return String.join(
                ",",
                mailbox(n / MEMBERS),
                member(member),
                member == 1 ? "READ_AND_MANAGE|SEND_AS" : "READ",
                member == 2 ? "2999-01-01T00:00:00Z" : "");
    }

    private static String mailbox(int n) {
        return "box" + n + "@example.com";
    }

    private static String member(int n) {
        return "m" + n + "@example.com";
    }
}
