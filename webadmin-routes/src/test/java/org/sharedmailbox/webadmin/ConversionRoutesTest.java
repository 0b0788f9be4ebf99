/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WebAdminExtension.class)
class ConversionRoutesTest {
    private static final String MAILBOX = "/shared-mailboxes/erin@example.com";
    private static final String CONVERT = MAILBOX + "?action=convert";
    private static final String REVERT = MAILBOX + "?action=revert";

    private final WebAdmin webAdmin;

    ConversionRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void anOrdinaryUser() {
        webAdmin.delete(MAILBOX).hasStatus(204);
        webAdmin.delete("/delegations/erin@example.com/bob@example.com").hasStatus(204);
        webAdmin.delete("/users/erin@example.com").hasStatus(204);
        webAdmin.put("/users/erin@example.com", "{\"password\":\"secret\"}").hasStatus(204);
    }

    @Test
    void aUserIsConvertedAndReverted() {
        webAdmin.put("/delegations/erin@example.com/bob@example.com", "{\"rights\":[\"READ\"]}")
                .hasStatus(201);
        webAdmin.post(CONVERT, "{\"type\":\"archive\"}")
                .is(
                        200,
                        "{'address':'erin@example.com','displayName':'erin','type':'archive',"
                                + "'signIn':'blocked','quota':{'count':null,'size':null},"
                                + "'sentCopies':['SEND_AS','SEND_ON_BEHALF'],'memberCount':1,"
                                + "'createdBy':'webadmin','warnings':['JMAP access tokens work until"
                                + " they expire, and open POP3 and ManageSieve sessions until they"
                                + " disconnect (restarting James ends those)']}",
                        "createdAt");
        webAdmin.post(REVERT, "{\"password\":\"another\"}")
                .is(200, "{'address':'erin@example.com'}");
        webAdmin.get(MAILBOX).hasStatus(404);
        assertThat(webAdmin.get("/users").body()).contains("erin@example.com");
        webAdmin.get("/delegations/erin@example.com/bob@example.com").hasStatus(200);
    }

    @Test
    void whatTheUserHadSetUpIsEndedAndTold() {
        webAdmin.put("/users/erin@example.com/authorizedUsers/bob@example.com", "").hasStatus(200);
        webAdmin.put("/sieve/erin@example.com/scripts/divert?activate=true", "discard;")
                .hasStatus(204);
        webAdmin.post("/vacation/erin@example.com", "{\"enabled\":true,\"textBody\":\"away\"}")
                .hasStatus(204);
        assertThat(webAdmin.post(CONVERT, "").hasStatus(200).json().get("warnings"))
                .extracting(JsonNode::textValue)
                .startsWith(
                        "James's own delegation let bob@example.com act as erin@example.com; this"
                                + " was ended",
                        "The Sieve script 'divert' was switched off",
                        "The vacation notice was switched off");
        assertThat(webAdmin.get("/users/erin@example.com/authorizedUsers").json()).isEmpty();
        assertThat(webAdmin.get("/vacation/erin@example.com").json().get("enabled").asBoolean())
                .isFalse();
    }

    @Test
    void aUserWhoseMailIsForwardedIsRefused() {
        String forward = "/address/forwards/erin@example.com/targets/erin@elsewhere.example";
        webAdmin.put(forward, "").hasStatus(204);
        webAdmin.post(CONVERT, "")
                .isError(
                        409,
                        "WrongState",
                        "erin@example.com is forwarded, so its mail would go on elsewhere; remove"
                                + " that first (GET /mappings/user/erin@example.com shows it)");
        webAdmin.delete(forward).hasStatus(204);
        webAdmin.post(CONVERT, "").hasStatus(200);
    }

    @Test
    void withoutABodyItBecomesATeam() {
        assertThat(webAdmin.post(CONVERT, "").hasStatus(200).json().get("type").textValue())
                .isEqualTo("team");
        webAdmin.post(CONVERT, "")
                .isError(409, "WrongState", "erin@example.com is already a shared mailbox");
    }

    @Test
    void whatIsWrongIsRefused() {
        webAdmin.post(MAILBOX, "{}")
                .isInvalid("'action' is missing; it must be one of convert, revert");
        webAdmin.post(MAILBOX + "?action=merge", "{}")
                .isInvalid("'action' is 'merge'; it must be one of convert, revert");
        webAdmin.post(CONVERT, "{\"password\":\"a\"}")
                .isInvalid("There is no field 'password'; the fields are type");
        webAdmin.post(CONVERT, "{\"type\":\"helpdesk\"}")
                .isInvalid(
                        "'type' is 'helpdesk', which is not declared; the types are [team,"
                                + " archive]");
        webAdmin.post(REVERT, "{\"password\":\"a\"}")
                .isError(404, "notFound", "There is no shared mailbox erin@example.com");
        webAdmin.post("/shared-mailboxes/nobody@example.com?action=convert", "{}")
                .isError(
                        404,
                        "notFound",
                        "There is no user nobody@example.com to convert; create a new shared mailbox"
                                + " with PUT /shared-mailboxes/nobody@example.com");
        webAdmin.get(MAILBOX).hasStatus(404);
        webAdmin.post(CONVERT, "").hasStatus(200);
        webAdmin.post(REVERT, "{}")
                .isInvalid("'password' is missing; the user needs one to sign in");
        webAdmin.post(REVERT, "{\"password\":\"\"}").isInvalid("'password' is empty");
        webAdmin.post(REVERT, "{\"password\":\"" + "a".repeat(201) + "\"}")
                .isInvalid("'password' has more than 200 characters");
        webAdmin.get(MAILBOX).hasStatus(200);
    }

    @Test
    void theTypesAreListed() {
        webAdmin.get("/shared-mailboxes/types")
                .is(
                        200,
                        "{'items':[{'name':'team','folders':['INBOX','Sent','Drafts','Archive',"
                                + "'Trash','Spam'],'defaultRights':['READ_AND_MANAGE','SEND_AS'],"
                                + "'cap':'lrswikxtea','sending':true},"
                                + "{'name':'archive','folders':['INBOX','Sent'],"
                                + "'defaultRights':['READ'],'cap':'lrsw','sending':false}],"
                                + "'total':2}");
        assertThat(webAdmin.get("/shared-mailboxes/types?limit=1").json().get("items")).hasSize(1);
    }

    @Test
    void sharedMailboxesAreListedAndFiltered() {
        webAdmin.put("/domains/list.example", "").hasStatus(204);
        webAdmin.put(
                "/shared-mailboxes/b+1@list.example",
                "{\"type\":\"archive\",\"password\":\"of a scanner\"}");
        webAdmin.put("/shared-mailboxes/a@list.example", "");
        webAdmin.put("/delegations/a@list.example/b+1@list.example", "").hasStatus(201);
        assertThat(listed("?domain=list.example")).isEqualTo("a@list.example b+1@list.example 2");
        assertThat(listed("?domain=list.example&type=archive")).isEqualTo("b+1@list.example 1");
        assertThat(listed("?member=b+1@list.example")).isEqualTo("a@list.example 1");
        assertThat(listed("?member=b%2B1@list.example")).isEqualTo("a@list.example 1");
        assertThat(listed("?domain=list.example&limit=1&offset=1")).isEqualTo("b+1@list.example 2");
        webAdmin.get("/shared-mailboxes?domain=a@b")
                .isInvalid("'domain': 'a@b' is not a domain name");
        webAdmin.get("/shared-mailboxes?type=Help%20desk")
                .isInvalid(
                        "'type': 'Help desk' is not a valid name of a mailbox type: use 1 to 31 letters,"
                                + " digits and hyphens");
        webAdmin.get("/shared-mailboxes?type=nosuch")
                .isInvalid(
                        "'type' is 'nosuch', which is not declared, and no mailbox is of it; the types are"
                                + " [team, archive]");
        webAdmin.get("/shared-mailboxes?member=bob")
                .isInvalid(
                        "'member' is 'bob', which is not a mail address: write it in full, e.g."
                                + " support@example.com");
        webAdmin.get("/shared-mailboxes?colour=red")
                .isInvalid(
                        "There is no parameter 'colour'; the parameters are domain, type, member,"
                                + " offset, limit");
    }

    private String listed(String query) {
        StringBuilder read = new StringBuilder();
        var json = webAdmin.get("/shared-mailboxes" + query).hasStatus(200).json();
        json.get("items").forEach(item -> read.append(item.get("address").textValue()).append(' '));
        return read.append(json.get("total").intValue()).toString();
    }
}
