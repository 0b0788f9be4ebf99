/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WebAdminExtension.class)
class DelegationRoutesTest {
    private final WebAdmin webAdmin;
    private String support = "";

    DelegationRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aSharedMailbox(TestInfo test) {
        support =
                test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT)
                        + "@example.com";
        webAdmin.put("/shared-mailboxes/" + support, "").hasStatus(201);
    }

    @Test
    void aMailboxWithATypeGivesItsOwnDefaultRights() {
        grant("alice", "")
                .is(
                        201,
                        delegation("alice")
                                + "'rights':['READ_AND_MANAGE','SEND_AS'],'folders':null,"
                                + "'access':[{'folder':null,'letters':'lrswikxte',"
                                + "'subfolders':true}],"
                                + "'notBefore':null,'notAfter':null,'note':null,'notify':null,'autoReply':null,"
                                + "'state':'active',"
                                + "'lastUsed':{'read':null,'manage':null,'send':null},'grantedBy':'webadmin'}",
                        "grantedAt",
                        "changedAt");
    }

    @Test
    void everyFieldIsShownAsItWasGiven() {
        String expected =
                delegation("alice")
                        + "'rights':['READ','SEND_ON_BEHALF'],'folders':['INBOX','Archive'],"
                        + "'access':[{'folder':'INBOX','letters':'lr','subfolders':true},"
                        + "{'folder':'Archive','letters':'lr','subfolders':true}],"
                        + "'notBefore':'2020-01-02T02:04:05Z','notAfter':'9999-01-01T00:00:00Z',"
                        + "'note':'summer cover','notify':null,'autoReply':null,'state':'active',"
                        + "'lastUsed':{'read':null,'manage':null,'send':null},'grantedBy':'webadmin'}";

        grant(
                        "alice",
                        "{'rights':['send_on_behalf','READ'],'folders':['inbox','Archive'],"
                                + "'notBefore':'2020-01-02T03:04:05+01:00',"
                                + "'notAfter':'9999-01-01T00:00:00Z','note':'summer cover',"
                                + "'subscribe':false}")
                .is(201, expected, "grantedAt", "changedAt");

        webAdmin.get(path("alice")).is(200, expected, "grantedAt", "changedAt");
    }

    @Test
    void puttingReplacesTheWholeDelegation() {
        grant("alice", "{'rights':['READ'],'folders':['Sent'],'note':'first'}").hasStatus(201);

        grant("alice", "{'rights':['SEND_AS']}")
                .is(
                        200,
                        delegation("alice")
                                + "'rights':['SEND_AS'],'folders':null,'access':[],'notBefore':null,"
                                + "'notAfter':null,'note':null,'notify':null,'autoReply':null,'state':'active',"
                                + "'lastUsed':{'read':null,'manage':null,'send':null},"
                                + "'grantedBy':'webadmin'}",
                        "grantedAt",
                        "changedAt");
    }

    @Test
    void theSameAgainChangesNothing() {
        String terms = "{'rights':['READ'],'notAfter':'2999-01-01T00:00:00.123456789Z'}";
        ApiResponse first = grant("alice", terms).hasStatus(201);

        ApiResponse second = grant("alice", terms).hasStatus(200);

        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void whereGetShowsNullPutTakesIt() {
        grant(
                        "alice",
                        "{'rights':['READ'],'folders':null,'notBefore':null,'notAfter':null,"
                                + "'note':null}")
                .hasStatus(201);
    }

    @Test
    void whereGetShowsNoRightsBesideAccessPutTakesThem() {
        String access =
                "'access':[{'folder':null,'letters':'lr','subfolders':true},"
                        + "{'folder':'INBOX','letters':'lrsi','subfolders':false}],";
        String shown =
                delegation("alice")
                        + "'rights':[],'folders':null,"
                        + access
                        + "'notBefore':null,'notAfter':null,'note':null,'notify':null,'autoReply':null,'state':'active',"
                        + "'lastUsed':{'read':null,'manage':null,'send':null},"
                        + "'grantedBy':'webadmin'}";
        grant("alice", "{" + access + "'note':'first'}").hasStatus(201);

        grant("alice", "{'rights':[],'folders':null," + access + "'note':null}")
                .is(200, shown, "grantedAt", "changedAt");
    }

    @Test
    void theStateFollowsTheClock() {
        assertThat(stateAfter("{'rights':['READ'],'notBefore':'2999-01-01T00:00:00Z'}"))
                .isEqualTo("scheduled");
        assertThat(stateAfter("{'rights':['READ'],'notAfter':'2001-01-01T00:00:00Z'}"))
                .isEqualTo("expired");
        assertThat(stateAfter("{'rights':['READ']}")).isEqualTo("active");
    }

    @Test
    void aPersonalMailboxIsDelegatedTooButNeedsRights() {
        webAdmin.put("/delegations/carol@example.com/bob@example.com", "{\"rights\":[\"READ\"]}")
                .hasStatus(201);
        webAdmin.put("/delegations/carol@example.com/alice@example.com", "")
                .isInvalid(
                        "'rights' is empty; name at least one of READ, READ_AND_MANAGE,"
                                + " MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF");
    }

    @Test
    void nobodyIsADelegateOfTheirOwn() {
        webAdmin.put("/delegations/" + support + "/" + support, "{\"rights\":[\"READ\"]}")
                .isInvalid(support + " cannot be a delegate of their own mailbox");
    }

    @Test
    void aFolderHasToExist() {
        grant("alice", "{'rights':['READ'],'folders':['INBOX','Projects']}")
                .isInvalid(support + " has no folder 'Projects'");
    }

    @Test
    void ownerAndDelegateHaveToExist() {
        grant("nobody", "{'rights':['READ']}")
                .isError(404, "notFound", "There is no user or shared mailbox nobody@example.com");
        webAdmin.put("/delegations/nobody@example.com/alice@example.com", "{\"rights\":[\"READ\"]}")
                .isError(404, "notFound", "There is no user or shared mailbox nobody@example.com");
        webAdmin.get("/delegations/nobody@example.com")
                .isError(404, "notFound", "There is no user or shared mailbox nobody@example.com");
    }

    @Test
    void thePolicySaysWhyNot() {
        webAdmin.put("/delegations/" + support + "/dave@example.org", "{\"rights\":[\"READ\"]}")
                .isError(
                        409,
                        "policy",
                        "The policy of example.com does not permit delegates of another domain"
                                + " such as dave@example.org");
    }

    @Test
    void whatIsNotGrantedIsNotFound() {
        webAdmin.get(path("alice"))
                .isError(
                        404,
                        "notFound",
                        String.format(
                                "%1$s is not delegated to alice@example.com; grant it with PUT"
                                        + " /delegations/%1$s/alice@example.com",
                                support));
    }

    @Test
    void revokingCanBeRepeated() {
        grant("alice", "").hasStatus(201);

        assertThat(webAdmin.delete(path("alice")).hasStatus(204).body()).isEmpty();

        webAdmin.get(path("alice")).hasStatus(404);
        webAdmin.delete(path("alice")).hasStatus(204);
    }

    @Test
    void bothAddressesHaveToBeAddresses() {
        webAdmin.get("/delegations/support/alice@example.com")
                .isInvalid(
                        "'owner' is 'support', which is not a mail address: write it in full, e.g."
                                + " support@example.com");
        webAdmin.delete("/delegations/" + support + "/alice%2540example.com")
                .isInvalid(
                        "'delegate' is 'alice%40example.com', which is not a mail address: write it"
                                + " in full, e.g. support@example.com");
    }

    private String stateAfter(String terms) {
        grant("bob", terms);
        return webAdmin.get(path("bob")).hasStatus(200).json().get("state").textValue();
    }

    private ApiResponse grant(String delegate, String terms) {
        return webAdmin.put(path(delegate), terms.replace('\'', '"'));
    }

    private String path(String delegate) {
        return "/delegations/" + support + "/" + delegate + "@example.com";
    }

    private String delegation(String delegate) {
        return "{'owner':'" + support + "','delegate':'" + delegate + "@example.com',";
    }
}
