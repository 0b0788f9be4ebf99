/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every side door that James's own WebAdmin can open is in the list. */
@ExtendWith(WebAdminExtension.class)
class SideDoorRoutesTest {
    private static final String OPEN = "open@doors.example";
    private static final String MAILBOX = "/shared-mailboxes/" + OPEN;
    private static final String LIST = "/delegation-audit/side-doors?mailbox=" + OPEN;

    private final WebAdmin webAdmin;

    SideDoorRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aMailboxThatIsClosed() {
        webAdmin.put("/domains/doors.example", "").hasStatus(204);
        webAdmin.put(MAILBOX, "").hasStatus(201);
        webAdmin.get(LIST)
                .is(
                        200,
                        "{'items':[{'mailbox':'open@doors.example','sideDoors':[],'complete':true}],"
                                + "'total':1}");
    }

    @AfterEach
    void noneIsLeft() {
        webAdmin.delete("/address/forwards/" + OPEN + "/targets/erin@elsewhere.example");
        webAdmin.delete("/address/groups/" + OPEN + "/carol@example.com");
        webAdmin.delete(MAILBOX + "?mail=delete").hasStatus(204);
    }

    @Test
    void whoActsAsTheMailbox() {
        webAdmin.put("/users/" + OPEN + "/authorizedUsers/bob@example.com", "").hasStatus(200);

        assertOpen("jamesDelegation", "bob@example.com", "acts as the mailbox in everything");
    }

    @Test
    void whereItsMailIsForwarded() {
        webAdmin.put("/address/forwards/" + OPEN + "/targets/erin@elsewhere.example", "")
                .hasStatus(204);

        assertOpen("forward", "erin@elsewhere.example", "gets the mail");
    }

    @Test
    void whomItsScriptSendsMailTo() {
        script("if header :contains \"subject\" \"a\" { redirect \"erin@elsewhere.example\"; }");
        assertOpen("sieve", "erin@elsewhere.example", "the active script redirects mail");

        script("# redirect \"nobody@elsewhere.example\";\r\nkeep;");
        webAdmin.get(LIST)
                .is(
                        200,
                        "{'items':[{'mailbox':'open@doors.example','sideDoors':[],'complete':true}],"
                                + "'total':1}");

        script("if {");
        assertOpenToUnknown("sieve", "the active script cannot be read");
        script("if not " + "not ".repeat(7000) + "true {}");
        assertOpenToUnknown("sieve", "the active script cannot be read");
        script("#" + "a".repeat(40_000));
        assertOpenToUnknown("sieve", "the active script cannot be read");
    }

    @Test
    void passwordsOfOursAndOfJames() {
        webAdmin.put(MAILBOX, "{\"password\":\"of the team\"}").hasStatus(200);
        assertOpenToUnknown(
                "password", "whoever knows the password that was set by PUT /shared-mailboxes");

        webAdmin.put("/users/" + OPEN + "?force", "{\"password\":\"of James\"}").hasStatus(204);
        assertOpenToUnknown("password", "whoever knows the password that was set by PUT /users");
        assertThat(webAdmin.get(MAILBOX).json().get("signIn").textValue()).isEqualTo("outside");
    }

    @Test
    void aDomainIsReadPageByPage() {
        webAdmin.put("/shared-mailboxes/a@doors.example", "").hasStatus(201);
        webAdmin.put("/users/" + OPEN + "/authorizedUsers/bob@example.com", "").hasStatus(200);

        String domain = "/delegation-audit/side-doors?domain=doors.example";
        webAdmin.get(domain + "&limit=1")
                .is(
                        200,
                        "{'items':[{'mailbox':'a@doors.example','sideDoors':[],'complete':true}],"
                                + "'total':2}");
        webAdmin.get(domain + "&offset=1")
                .is(
                        200,
                        "{'items':[{'mailbox':'open@doors.example','sideDoors':[{'kind':"
                                + "'jamesDelegation','letsIn':'bob@example.com','detail':"
                                + "'acts as the mailbox in everything'}],'complete':true}],"
                                + "'total':2}");
        webAdmin.delete("/shared-mailboxes/a@doors.example").hasStatus(204);
    }

    @Test
    void aDomainsPersonalMailboxesAreAmongThemIfTheyAreDelegated() {
        String person = "person@doors.example";
        webAdmin.put("/users/" + person, "{\"password\":\"secret\"}").hasStatus(204);
        webAdmin.put("/users/other@doors.example", "{\"password\":\"secret\"}").hasStatus(204);
        webAdmin.put("/delegations/" + person + "/other@doors.example", "{\"rights\":[\"READ\"]}")
                .hasStatus(201);
        webAdmin.put("/address/forwards/" + person + "/targets/erin@elsewhere.example", "")
                .hasStatus(204);

        webAdmin.get("/delegation-audit/side-doors?domain=doors.example")
                .is(
                        200,
                        "{'items':[{'mailbox':'open@doors.example','sideDoors':[],'complete':true},"
                                + "{'mailbox':'person@doors.example','sideDoors':[{'kind':"
                                + "'forward','letsIn':'erin@elsewhere.example','detail':"
                                + "'gets the mail'}],'complete':true}],'total':2}");

        webAdmin.delete("/address/forwards/" + person + "/targets/erin@elsewhere.example");
        webAdmin.delete("/users/" + person).hasStatus(204);
        webAdmin.delete("/users/other@doors.example").hasStatus(204);
    }

    @Test
    void whatIsWrongIsRefused() {
        String sideDoors = "/delegation-audit/side-doors";
        String either = "Name either 'mailbox' or 'domain', and not both";
        webAdmin.get(sideDoors).isInvalid(either);
        webAdmin.get(sideDoors + "?mailbox=" + OPEN + "&domain=doors.example").isInvalid(either);
        webAdmin.get(sideDoors + "?mailbox=" + OPEN + "&limit=1")
                .isInvalid("'offset' and 'limit' are for 'domain' only");
        webAdmin.get(sideDoors + "?domain=doors.example&limit=1001")
                .isInvalid("'limit' is '1001'; it must be a whole number from 1 to 1000");
        webAdmin.get(sideDoors + "?colour=red")
                .isInvalid(
                        "There is no parameter 'colour'; the parameters are mailbox, domain, offset,"
                                + " limit");
        webAdmin.get(sideDoors + "?mailbox=nobody@doors.example")
                .isError(
                        404, "notFound", "There is no user or shared mailbox nobody@doors.example");
    }

    private void script(String script) {
        webAdmin.put("/sieve/" + OPEN + "/scripts/active?activate=true", script).hasStatus(204);
    }

    private void assertOpen(String kind, String letsIn, String detail) {
        assertListed(kind, "'" + letsIn + "'", detail);
    }

    private void assertOpenToUnknown(String kind, String detail) {
        assertListed(kind, "null", detail);
    }

    private void assertListed(String kind, String letsIn, String detail) {
        webAdmin.get(LIST)
                .is(
                        200,
                        String.format(
                                "{'items':[{'mailbox':'open@doors.example','sideDoors':[{'kind':'%s',"
                                        + "'letsIn':%s,'detail':'%s'}],'complete':true}],'total':1}",
                                kind, letsIn, detail));
    }
}
