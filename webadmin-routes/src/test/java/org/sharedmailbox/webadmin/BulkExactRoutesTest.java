/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /delegations?mode=exact}: what the body does not name is revoked. */
class BulkExactRoutesTest extends BulkFixture {
    private static final String EXACT = "/delegations?mode=exact&owner=bulk@example.com";
    private static final String ALICE =
            "{\"owner\":\"bulk@example.com\",\"delegate\":\"alice@example.com\"}";
    private static final String BOB =
            "{\"owner\":\"bulk@example.com\",\"delegate\":\"bob@example.com\"}";
    private static final String CAROL =
            "{\"owner\":\"bulk@example.com\",\"delegate\":\"carol@example.com\"}";

    BulkExactRoutesTest(WebAdmin webAdmin) {
        super(webAdmin);
    }

    @BeforeEach
    void twoMembers() {
        webAdmin.post("/delegations", "[" + ALICE + "," + BOB + "]").hasStatus(200);
    }

    @Test
    void whatIsNotNamedIsRevoked() {
        webAdmin.post(EXACT, "[" + BOB + "," + CAROL + "]")
                .is(200, "{'created':1,'changed':0,'unchanged':1,'revoked':1}");
        assertThat(members()).isEqualTo(2);
        webAdmin.get(LIST + "/alice@example.com").hasStatus(404);
    }

    @Test
    void aCsvIsAListAsWell() {
        webAdmin.postAs("text/csv", EXACT, "owner,delegate\nbulk@example.com,carol@example.com\n")
                .is(200, "{'created':1,'changed':0,'unchanged':0,'revoked':2}");
    }

    @Test
    void aDryRunListsWhatWouldGo() {
        webAdmin.post(EXACT + "&dryRun=true", "[" + BOB + "]")
                .is(
                        200,
                        "{'created':0,'changed':0,'unchanged':1,'revoked':1,'wouldRevoke':"
                                + "[{'owner':'bulk@example.com','delegate':'alice@example.com'}]}");
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void noMoreIsRevokedThanWasAgreed() {
        for (String dryRun : new String[] {"", "&dryRun=true"}) {
            webAdmin.post(EXACT + "&maxRevoked=0" + dryRun, "[" + BOB + "," + CAROL + "]")
                    .isError(
                            409,
                            "WrongState",
                            "1 delegations of bulk@example.com would be revoked, and 'maxRevoked'"
                                    + " allows 0; look with dryRun=true which, and ask again");
            assertThat(members()).isEqualTo(2);
        }
        webAdmin.post(EXACT + "&maxRevoked=1", "[" + BOB + "]")
                .is(200, "{'created':0,'changed':0,'unchanged':1,'revoked':1}");
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void aLineAboutSomebodyElseIsAFault() {
        ApiResponse refused =
                webAdmin.post(
                        EXACT,
                        "["
                                + BOB
                                + ",{\"owner\":\"dave@example.com\",\"delegate\":\"bob@example.com\"}]");
        refused.hasStatus(400);
        assertThat(errors(refused))
                .containsExactly(
                        "2 owner This request is exact about the delegations of bulk@example.com,"
                                + " and dave@example.com is not of it; send lines about others in"
                                + " another request");
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void anEmptyListIsRefused() {
        webAdmin.post(EXACT, "[]")
                .isInvalid(
                        "The body names no delegation, and all of bulk@example.com would be"
                                + " revoked; if that is meant, revoke them with DELETE"
                                + " /delegations/{owner}/{delegate}");
        webAdmin.postAs("text/csv", EXACT, "owner,delegate\n").hasStatus(400);
        assertThat(members()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mode=all&owner=bulk@example.com|'mode' is 'all'; it can only be 'exact'",
                "mode=|'mode' is ''; it can only be 'exact'",
                "maxRevoked=1|'maxRevoked' has a meaning here with mode=exact only",
                "mode=exact&owner=bulk@example.com&maxRevoked=-1|'maxRevoked' is '-1'; it must be a whole number from 0 to 2147483647",
                "mode=exact|mode=exact needs either owner= or domain=, and not both",
                "mode=exact&owner=bulk@example.com&domain=example.com|mode=exact needs either owner= or domain=, and not both",
                "owner=bulk@example.com|'owner' has a meaning here with mode=exact only",
                "domain=example.com|'domain' has a meaning here with mode=exact only",
                "mode=exact&owner=bulk|'owner' is 'bulk', which is not a mail address: write it in full, e.g. support@example.com",
                "mode=exact&domain=[1]|'domain': '[1]' is not a domain name"
            })
    void otherParametersAreRefused(String query, String message) {
        webAdmin.post("/delegations?" + query, "[" + BOB + "]").isInvalid(message);
        assertThat(members()).isEqualTo(2);
    }
}
