/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Automatic replies of shared mailboxes, and of people through a delegation. */
@ExtendWith(WebAdminExtension.class)
class AutoReplyRoutesTest {
    private static final String MAILBOX = "/shared-mailboxes/replies@example.com";
    private static final String REPLY = MAILBOX + "/auto-reply";
    private static final String DELEGATION = "/delegations/carol@example.com/bob@example.com";

    private final WebAdmin webAdmin;

    AutoReplyRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aSharedMailboxWithoutAReply() {
        webAdmin.put(MAILBOX, "{}");
        webAdmin.delete(REPLY).hasStatus(204);
        webAdmin.delete(DELEGATION).hasStatus(204);
    }

    @Test
    void itIsShownAsItWasGivenUntilItIsDeleted() {
        String reply =
                "{'subject':'Got it','text':'Later.\\n\\tUs','from':'2026-01-01T00:00:00Z',"
                        + "'until':'2999-01-01T00:00:00Z'}";
        webAdmin.put(REPLY, reply.replace('\'', '"')).is(200, reply);
        webAdmin.get(REPLY).is(200, reply);

        webAdmin.delete(REPLY).hasStatus(204);

        webAdmin.get(REPLY)
                .isError(
                        404,
                        "notFound",
                        "replies@example.com has no automatic reply; set one with PUT"
                                + " /shared-mailboxes/replies@example.com/auto-reply");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'subject':'a'}|'text' is missing",
                "{'text':'a'}|'subject' is missing",
                "{'subject':'','text':'a'}|'subject' is empty",
                "{'subject':'a','text':''}|'text' is empty",
                "{'subject':'a\\nb','text':'a'}|'subject' contains a control character or a line break",
                "{'subject':'a','text':5}|'text' must be a string",
                "{'subject':'a','text':'b','from':'tomorrow'}|'from' is 'tomorrow', which is not an ISO 8601 time with an offset; write it like 2026-12-24T18:00:00+01:00",
                "{'subject':'a','text':'b','until':5}|'until' must be a string",
                "{'subject':'a','text':'b','from':'2026-08-02T00:00:00Z','until':'2026-08-01T00:00:00Z'}|'until' must be later than 'from'",
                "{'subject':'a','text':'b','delegate':'c'}|There is no field 'delegate'; the fields are subject, text, from, until",
            })
    void aFieldThatIsWrongIsNamed(String body, String message) {
        webAdmin.put(REPLY, body.replace('\'', '"')).isInvalid(message);
        webAdmin.get(REPLY).hasStatus(404);
    }

    @Test
    void itHasItsLimits() {
        webAdmin.put(REPLY, "{\"subject\":\"" + "a".repeat(201) + "\",\"text\":\"b\"}")
                .isInvalid("'subject' has more than 200 characters");
        webAdmin.put(REPLY, "{\"subject\":\"a\",\"text\":\"" + "b".repeat(10_001) + "\"}")
                .isInvalid("'text' has more than 10000 characters");
    }

    @Test
    void onlyASharedMailboxHasOne() {
        for (String method : new String[] {"put", "get", "delete"}) {
            String path = "/shared-mailboxes/alice@example.com/auto-reply";
            ApiResponse response =
                    method.equals("put")
                            ? webAdmin.put(path, "{\"subject\":\"a\",\"text\":\"b\"}")
                            : method.equals("get") ? webAdmin.get(path) : webAdmin.delete(path);
            response.isError(
                    404,
                    "notFound",
                    "There is no shared mailbox alice@example.com; create it with PUT"
                            + " /shared-mailboxes/alice@example.com");
        }
    }

    @Test
    void aDelegationShowsItAndASharedMailboxRefusesIt() {
        String terms =
                "{\"rights\":[\"READ\"],\"autoReply\":{\"subject\":\"Away\",\"text\":\"Bob\nreads\"}}"
                        .replace("\n", "\\n");
        webAdmin.put(DELEGATION, terms).hasStatus(201);
        assertThat(webAdmin.get(DELEGATION).json().get("autoReply").toString())
                .isEqualTo("{\"subject\":\"Away\",\"text\":\"Bob\\nreads\"}");
        webAdmin.put(DELEGATION, "{\"rights\":[\"READ\"],\"autoReply\":null}").hasStatus(200);
        assertThat(webAdmin.get(DELEGATION).json().get("autoReply").isNull()).isTrue();

        webAdmin.put("/delegations/replies@example.com/bob@example.com", terms).hasStatus(409);
    }
}
