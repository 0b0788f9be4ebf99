/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WebAdminExtension.class)
class DelegationQueryTest {
    private static final String OWNER = "%2Bmaps@example.com";

    private final WebAdmin webAdmin;

    DelegationQueryTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void threeDelegations() {
        webAdmin.delete("/shared-mailboxes/" + OWNER).hasStatus(204);
        webAdmin.put("/shared-mailboxes/" + OWNER, "").hasStatus(201);
        grant("alice", "{'rights':['READ'],'notAfter':'2999-01-01T00:00:00Z'}");
        grant("bob", "{'rights':['SEND_AS'],'notBefore':'2999-01-01T00:00:00Z'}");
        grant(
                "carol",
                "{'rights':['READ','SEND_AS'],'folders':['INBOX','Sent'],"
                        + "'note':'=HYPERLINK(\\\"x\\\"), ä'}");
    }

    @Test
    void everyMappingIsListedAndFiltered() {
        assertThat(listed("?owner=+maps@example.com")).isEqualTo("alice bob carol of 3");
        assertThat(listed("?owner=" + OWNER + "&right=send_as")).isEqualTo("bob carol of 2");
        assertThat(listed("?owner=" + OWNER + "&state=scheduled")).isEqualTo("bob of 1");
        assertThat(listed("?owner=" + OWNER + "&expiringBefore=2999-01-01T01:00:00+00:30"))
                .isEqualTo("alice of 1");
        assertThat(listed("?owner=" + OWNER + "&delegate=carol@example.com"))
                .isEqualTo("carol of 1");
        assertThat(listed("?owner=" + OWNER + "&domain=example.org")).isEqualTo("of 0");
        assertThat(listed("?owner=" + OWNER + "&unusedSince=2999-01-01"))
                .isEqualTo("alice bob carol of 3");
        assertThat(listed("?owner=" + OWNER + "&unusedSince=2001-01-01")).isEqualTo("of 0");
        assertThat(listed("?owner=" + OWNER + "&limit=1&offset=1")).isEqualTo("bob of 3");
        assertThat(
                        webAdmin.get("/delegations?owner=" + OWNER + "&delegate=carol@example.com")
                                .json()
                                .get("items")
                                .get(0))
                .isEqualTo(webAdmin.get("/delegations/" + OWNER + "/carol@example.com").json());
    }

    @Test
    void asCsvItOpensInASpreadsheetAndCarriesNoFormula() {
        String csv =
                webAdmin.getAs("text/csv", "/delegations?owner=" + OWNER).hasStatus(200).body();

        assertThat(csv)
                .isEqualTo(
                        "\uFEFFowner,delegate,rights,folders,access,notBefore,notAfter,note,state,"
                                + "lastRead,lastManaged,lastSent\r\n"
                                + "'+maps@example.com,alice@example.com,READ,,,,"
                                + "2999-01-01T00:00:00Z,,active,,,\r\n"
                                + "'+maps@example.com,bob@example.com,SEND_AS,,,"
                                + "2999-01-01T00:00:00Z,,,scheduled,,,\r\n"
                                + "'+maps@example.com,carol@example.com,READ|SEND_AS,INBOX|Sent,,,,"
                                + "\"'=HYPERLINK(\"\"x\"\"), ä\",active,,,\r\n");
        webAdmin.postAs("text/csv", "/delegations", csv)
                .is(200, "{'created':0,'changed':0,'unchanged':3}");
    }

    @Test
    void aCsvIsWholeUnlessAPageIsAskedFor() {
        String page = webAdmin.getAs("text/csv", "/delegations?owner=" + OWNER + "&limit=1").body();
        assertThat(page.lines()).hasSize(2);
        assertThat(webAdmin.getAs("application/json, text/csv", "/delegations").body())
                .startsWith("{");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "owner=bob|'owner' is 'bob', which is not a mail address: write it in full, e.g. support@example.com",
                "delegate=a%2540b|'delegate' is 'a%40b', which is not a mail address: write it in full, e.g. support@example.com",
                "domain=b%C3%BCcher.example|'domain': 'bücher.example' is not in ASCII; write an international domain as xn--…",
                "right=WRITE|'right' names 'WRITE', which is not a right; the rights are READ, READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF",
                "state=gone|'state' is 'gone'; it must be one of scheduled, active, expired, suspended",
                "expiringBefore=2026-08-01|'expiringBefore' is '2026-08-01', which is a date without a time; write it like 2026-12-24T18:00:00+01:00",
                "unusedSince=August|'unusedSince' is 'August', which is not a day; write it like 2026-08-01",
                "unusedSince=|'unusedSince' is '', which is not a day; write it like 2026-08-01",
                "unusedSince=2026-02-30|'unusedSince' is '2026-02-30', which is not a day; write it like 2026-08-01",
                "unusedSince=2026-08-01T00:00:00Z|'unusedSince' is '2026-08-01T00:00:00Z', which is not a day; write it like 2026-08-01",
                "limit=1001|'limit' is '1001'; it must be a whole number from 1 to 1000",
                "limit=1&limit=2|'limit' is given more than once",
                "colour=red|There is no parameter 'colour'; the parameters are owner, delegate, domain, right, state, expiringBefore, unusedSince, offset, limit",
            })
    void whatIsAskedWronglyIsRefused(String query, String message) {
        webAdmin.get("/delegations?" + query).isInvalid(message);
    }

    private String listed(String query) {
        StringBuilder read = new StringBuilder();
        var json = webAdmin.get("/delegations" + query).hasStatus(200).json();
        json.get("items")
                .forEach(
                        item ->
                                read.append(
                                        item.get("delegate")
                                                .textValue()
                                                .replace("@example.com", " ")));
        return read.append("of ").append(json.get("total").intValue()).toString();
    }

    private void grant(String delegate, String terms) {
        webAdmin.put(
                        "/delegations/" + OWNER + "/" + delegate + "@example.com",
                        terms.replace('\'', '"'))
                .hasStatus(201);
    }
}
