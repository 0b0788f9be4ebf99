/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WebAdminExtension.class)
class SharedMailboxRoutesTest {
    private final WebAdmin webAdmin;

    SharedMailboxRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @Test
    void aMailboxNeedsNoBody() {
        webAdmin.put("/shared-mailboxes/plain@example.com", "")
                .is(
                        201,
                        "{'address':'plain@example.com','displayName':'plain','type':'team',"
                                + "'signIn':'blocked','quota':{'count':null,'size':null},"
                                + "'sentCopies':['SEND_AS','SEND_ON_BEHALF'],'memberCount':0,"
                                + "'createdBy':'webadmin'}",
                        "createdAt");
    }

    @Test
    void everyFieldIsShownAsItWasGiven() {
        String mailbox =
                "{'address':'full@example.com','displayName':'Technical Support — Ö',"
                        + "'type':'archive','signIn':'password',"
                        + "'quota':{'count':100000,'size':5000000000},'sentCopies':['SEND_AS'],"
                        + "'memberCount':0,'createdBy':'webadmin'}";

        webAdmin.put(
                        "/shared-mailboxes/full@example.com",
                        json(
                                "{'displayName':'Technical Support — Ö','type':'archive',"
                                        + "'password':'hunter2','sentCopies':['SEND_AS'],"
                                        + "'quota':{'count':100000,'size':5000000000}}"))
                .is(201, mailbox, "createdAt");

        webAdmin.get("/shared-mailboxes/full@example.com").is(200, mailbox, "createdAt");
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        webAdmin.put(
                        "/shared-mailboxes/change@example.com",
                        json("{'displayName':'Before','quota':{'count':7},'sentCopies':[]}"))
                .hasStatus(201);

        webAdmin.put("/shared-mailboxes/change@example.com", json("{'type':'archive'}"))
                .is(
                        200,
                        "{'address':'change@example.com','displayName':'Before',"
                                + "'type':'archive','signIn':'blocked',"
                                + "'quota':{'count':7,'size':null},'sentCopies':[],"
                                + "'memberCount':0,'createdBy':'webadmin'}",
                        "createdAt");
    }

    @Test
    void aQuotaIsReplacedAsAWholeAndNullIsNoLimitOfItsOwn() {
        webAdmin.put("/shared-mailboxes/quota@example.com", json("{'quota':{'count':7,'size':8}}"))
                .hasStatus(201);

        ApiResponse changed =
                webAdmin.put(
                        "/shared-mailboxes/quota@example.com",
                        json("{'quota':{'count':null,'size':9}}"));

        assertThat(changed.hasStatus(200).json().get("quota").toString())
                .isEqualTo(json("{'count':null,'size':9}"));
    }

    @Test
    void aPasswordLetsSomebodySignIn() {
        webAdmin.put("/shared-mailboxes/sign-in@example.com", "").hasStatus(201);

        ApiResponse changed =
                webAdmin.put(
                        "/shared-mailboxes/sign-in@example.com", json("{'password':'hunter2'}"));

        assertThat(changed.hasStatus(200).json().get("signIn").textValue()).isEqualTo("password");
        assertThat(changed.body()).doesNotContain("hunter2");
    }

    @Test
    void membersAreCounted() {
        webAdmin.put("/shared-mailboxes/count@example.com", "").hasStatus(201);
        webAdmin.put("/delegations/count@example.com/alice@example.com", "").hasStatus(201);
        webAdmin.put("/delegations/count@example.com/bob@example.com", "").hasStatus(201);

        ApiResponse mailbox = webAdmin.get("/shared-mailboxes/count@example.com");

        assertThat(mailbox.json().get("memberCount").intValue()).isEqualTo(2);
    }

    @Test
    void whoseDelegationHasEndedIsNotCounted() {
        webAdmin.put("/shared-mailboxes/ended@example.com", "").hasStatus(201);
        webAdmin.put("/delegations/ended@example.com/bob@example.com", "").hasStatus(201);
        webAdmin.put(
                        "/delegations/ended@example.com/alice@example.com",
                        "{\"rights\":[\"READ\"],\"notAfter\":\"2001-01-01T00:00:00Z\"}")
                .hasStatus(201);

        assertThat(webAdmin.get("/shared-mailboxes/ended@example.com").body())
                .contains("\"memberCount\":1");
        assertThat(webAdmin.get("/shared-mailboxes?member=bob@example.com").body())
                .contains("ended@example.com");
        assertThat(webAdmin.get("/shared-mailboxes?member=alice@example.com").body())
                .doesNotContain("ended@example.com");
    }

    @Test
    void theAddressIsTakenInAnyCase() {
        webAdmin.put("/shared-mailboxes/CASE@Example.COM", "").hasStatus(201);

        assertThat(webAdmin.get("/shared-mailboxes/case@example.com").json().get("address"))
                .hasToString("\"case@example.com\"");
    }

    @Test
    void thePathIsDecodedOnceAndAPlusStaysAPlus() {
        webAdmin.put("/shared-mailboxes/a+b%40example.com", "").hasStatus(201);

        webAdmin.get("/shared-mailboxes/a%2Bb@example.com").hasStatus(200);
        webAdmin.get("/shared-mailboxes/a%252Bb%2540example.com")
                .isInvalid(
                        "'address' is 'a%2Bb%40example.com', which is not a mail address: write it"
                                + " in full, e.g. support@example.com");
    }

    @Test
    void aControlCharacterInThePathIsRefused() {
        webAdmin.put("/shared-mailboxes/a%0D%0Ab@example.com", "")
                .isInvalid(
                        "'address' is 'a\r\nb@example.com', which is not a mail address: write it in full, e.g."
                                + " support@example.com");
    }

    @Test
    void anAddressHasItsLimits() {
        webAdmin.put("/shared-mailboxes/" + "a".repeat(64) + "@example.com", "").hasStatus(201);
        webAdmin.put("/shared-mailboxes/" + "a".repeat(65) + "@example.com", "")
                .isInvalid(
                        "'address' is '"
                                + "a".repeat(65)
                                + "@example.com', which is not a mail address: the part before the '@'"
                                + " has more than 64 characters");
    }

    @Test
    void aForeignDomainIsNotFound() {
        webAdmin.put("/shared-mailboxes/support@elsewhere.com", "")
                .isError(
                        404,
                        "notFound",
                        "elsewhere.com is not a domain of this server; create it first (PUT"
                                + " /domains/elsewhere.com)");
    }

    @Test
    void aUserIsNotMadeSharedByAccident() {
        webAdmin.put("/shared-mailboxes/alice@example.com", "")
                .isError(
                        409,
                        "WrongState",
                        "alice@example.com is a user; choose another address, or convert the user"
                                + " (POST /shared-mailboxes/alice@example.com?action=convert)");
    }

    @Test
    void anAliasIsNotMadeShared() {
        webAdmin.put("/address/aliases/bob@example.com/sources/robert@example.com", "")
                .hasStatus(204);

        webAdmin.put("/shared-mailboxes/robert@example.com", "")
                .isError(
                        409,
                        "WrongState",
                        "robert@example.com is an alias; remove it first, or choose another"
                                + " address");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        webAdmin.get("/shared-mailboxes/nobody@example.com")
                .isError(
                        404,
                        "notFound",
                        "There is no shared mailbox nobody@example.com; create it with PUT"
                                + " /shared-mailboxes/nobody@example.com");
        webAdmin.get("/shared-mailboxes/alice@example.com").hasStatus(404);
    }

    @Test
    void aParameterThatThereIsNotIsRefused() {
        webAdmin.get("/shared-mailboxes/nobody@example.com?verbose=true")
                .isInvalid("This request takes no parameters, but has 'verbose'");
        webAdmin.put("/shared-mailboxes/nobody@example.com?action=convert", "{}")
                .isInvalid("This request takes no parameters, but has 'action'");
    }

    private static String json(String withApostrophes) {
        return withApostrophes.replace('\'', '"');
    }
}
