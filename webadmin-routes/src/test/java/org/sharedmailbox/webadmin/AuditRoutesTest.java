/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /delegation-audit}. */
@ExtendWith(WebAdminExtension.class)
class AuditRoutesTest {
    private static final String AUDITED = "audited@audit.example";
    private static final String LIST = "/delegation-audit";
    private static final String OF_MAILBOX = LIST + "?mailbox=" + AUDITED;

    private final WebAdmin webAdmin;
    private String begun = "";

    AuditRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aMailboxAndThreeChanges() {
        webAdmin.put("/domains/audit.example", "").hasStatus(204);
        webAdmin.put("/users/alice@audit.example?force", "{\"password\":\"secret\"}")
                .hasStatus(204);
        webAdmin.put("/shared-mailboxes/" + AUDITED, "").hasStatus(201);
        begun = webAdmin.get(OF_MAILBOX + "&limit=1").json().at("/items/0/at").textValue();
        grant("READ", 201);
        grant("READ_AND_MANAGE", 200);
        webAdmin.delete("/delegations/" + AUDITED + "/alice@audit.example").hasStatus(204);
    }

    private void grant(String right, int status) {
        webAdmin.put(
                        "/delegations/" + AUDITED + "/alice@audit.example",
                        "{\"rights\":[\"" + right + "\"],\"note\":\"=1+1\"}")
                .hasStatus(status);
    }

    @AfterEach
    void noMailbox() {
        webAdmin.delete("/shared-mailboxes/" + AUDITED + "?mail=delete").hasStatus(204);
    }

    @Test
    void anEntryHasAllItsFields() {
        JsonNode entry = webAdmin.get(OF_MAILBOX + "&limit=1").json().at("/items/0");

        assertThat(entry.fieldNames())
                .toIterable()
                .containsExactly(
                        "at", "actor", "action", "mailbox", "subject", "details", "source");
        assertThat(entry.get("actor").textValue()).isEqualTo("webadmin");
        assertThat(entry.get("action").textValue()).isEqualTo("delegation.revoked");
        assertThat(entry.get("mailbox").textValue()).isEqualTo(AUDITED);
        assertThat(entry.get("subject").textValue()).isEqualTo("alice@audit.example");
        assertThat(entry.get("source").textValue()).isEqualTo("webadmin");
        assertThat(entry.get("details").isObject()).isTrue();
    }

    @Test
    void eachFilterAndTheirCombinationsSelect() {
        String since = "&since=" + begun;
        assertThat(actions(since + "&action=delegation.granted,delegation.changed"))
                .isEqualTo("delegation.changed delegation.granted");
        assertThat(actions(since))
                .isEqualTo(
                        "delegation.revoked delegation.changed delegation.granted mailbox.created");
        assertThat(actions(since + "&action=mailbox.*")).isEqualTo("mailbox.created");
        assertThat(actions(since + "&actor=webadmin&action=delegation.revoked"))
                .isEqualTo("delegation.revoked");
        assertThat(actions(since + "&actor=WebAdmin&action=delegation.revoked"))
                .isEqualTo("delegation.revoked");
        assertThat(actions(since + "&actor=system")).isEmpty();
        assertThat(actions("&until=2001-01-01T00:00:00Z")).isEmpty();
        webAdmin.get(LIST + "?mailbox=nobody@audit.example")
                .is(200, "{'items':[],'nextCursor':null}");
    }

    @Test
    void aPolicyIsFoundUnderItsDomain() {
        webAdmin.put("/delegation-policies/audit.example", "{\"maxMembers\":7}").hasStatus(200);
        webAdmin.delete("/delegation-policies/audit.example").hasStatus(204);

        assertThat(
                        webAdmin.get(LIST + "?mailbox=audit.example&action=policy.changed")
                                .json()
                                .get("items"))
                .isNotEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastEndedWhateverIsWrittenMeanwhile() {
        List<String> read = new ArrayList<>();
        String query = "&since=" + begun + "&limit=1";
        JsonNode cursor;
        String next = "";
        do {
            JsonNode page = webAdmin.get(OF_MAILBOX + query + next).hasStatus(200).json();
            page.get("items").forEach(entry -> read.add(entry.get("action").textValue()));
            cursor = page.get("nextCursor");
            next = "&cursor=" + cursor.asText();
            grant("READ", read.size() == 1 ? 201 : 200);
        } while (!cursor.isNull());

        assertThat(read)
                .containsExactly(
                        "delegation.revoked",
                        "delegation.changed",
                        "delegation.granted",
                        "mailbox.created");
    }

    @Test
    void aCursorThatIsCutOffOrOfOtherFiltersIsRefused() {
        String cursor = webAdmin.get(OF_MAILBOX + "&limit=1").json().get("nextCursor").textValue();

        webAdmin.get(OF_MAILBOX + "&limit=1&cursor=" + cursor).hasStatus(200);
        webAdmin.get(OF_MAILBOX + "&limit=2&cursor=" + cursor).hasStatus(200);
        webAdmin.get(OF_MAILBOX + "&actor=webadmin&cursor=" + cursor).hasStatus(400);
        webAdmin.get(LIST + "?cursor=" + cursor).hasStatus(400);
        webAdmin.get(OF_MAILBOX + "&cursor=" + cursor.substring(1)).hasStatus(400);
        webAdmin.get(OF_MAILBOX + "&cursor=" + "A".repeat(cursor.length())).hasStatus(400);
    }

    @Test
    void asCsvItIsWholeAndCarriesNoFormula() {
        String csv =
                webAdmin.getAs("text/csv", OF_MAILBOX + "&since=" + begun).hasStatus(200).body();

        assertThat(csv).startsWith("\uFEFFat,actor,action,mailbox,subject,source,details\r\n");
        assertThat(csv.lines()).hasSize(5);
        assertThat(csv)
                .containsPattern(
                        "\r\n[0-9T:.-]+Z,webadmin,delegation\\.granted,audited@audit\\.example,"
                                + "alice@audit\\.example,webadmin,\"\\{\"\"");
        assertThat(
                        webAdmin.getAs("text/csv", OF_MAILBOX + "&limit=2&since=" + begun)
                                .body()
                                .lines())
                .hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mailbox=a%2540b|'mailbox': 'a%40b' is not a domain name",
                "mailbox=bob@|'mailbox' is 'bob@', which is not a mail address: write it in full, e.g. support@example.com",
                "mailbox=|'mailbox': '' is not a domain name",
                "actor=|'actor' is empty; write a login, e.g. alice@example.com, webadmin or system",
                "since=2026-08-01|'since' is '2026-08-01', which is a date without a time; write it like 2026-12-24T18:00:00+01:00",
                "until=yesterday|'until' is 'yesterday', which is not an ISO 8601 time with an offset; write it like 2026-12-24T18:00:00+01:00",
                "until=|'until' is '', which is not an ISO 8601 time with an offset; write it like 2026-12-24T18:00:00+01:00",
                "since=2026-08-01T00:00:00Z&until=2026-08-01T00:00:00Z|'until' is not after 'since': the entries are those from 'since' on, and before 'until'",
                "limit=0|'limit' is '0'; it must be a whole number from 1 to 1000",
                "limit=1001|'limit' is '1001'; it must be a whole number from 1 to 1000",
                "cursor=x|'cursor' is 'x', which is not the nextCursor of a request with the same mailbox, actor, action, since and until; send it as it was given, or leave it out to begin with the newest entry",
                "cursor=|'cursor' is '', which is not the nextCursor of a request with the same mailbox, actor, action, since and until; send it as it was given, or leave it out to begin with the newest entry",
                "offset=1|There is no parameter 'offset'; the parameters are mailbox, actor, action, since, until, limit, cursor",
                "actor=a%00b|'actor' has a control character; write the login as the audit log shows it",
                "actor=a&actor=b|'actor' is given more than once",
            })
    void whatIsAskedWronglyIsRefused(String query, String message) {
        webAdmin.get(LIST + "?" + query).isInvalid(message);
        webAdmin.getAs("text/csv", LIST + "?" + query).isInvalid(message);
    }

    @Test
    void anUnknownActionIsRefusedWithAListOfAll() {
        for (String wrong : List.of("delegation.stolen", "", "delegation", "*", "mail.sent,")) {
            assertThat(webAdmin.get(LIST + "?action=" + wrong).hasStatus(400).body())
                    .contains("which is no action; the actions are mailbox.created, ")
                    .contains("mail.refused");
        }
    }

    private String actions(String query) {
        List<String> actions = new ArrayList<>();
        webAdmin.get(OF_MAILBOX + query)
                .hasStatus(200)
                .json()
                .get("items")
                .forEach(entry -> actions.add(entry.get("action").textValue()));
        return String.join(" ", actions);
    }
}
