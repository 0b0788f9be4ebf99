/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suspending and resuming: one delegation, all of a person's, all on a mailbox. */
@ExtendWith(WebAdminExtension.class)
class SuspensionRoutesTest {
    private static final String SUSPENDED = "suspended@example.com";
    private static final String OTHER = "not-suspended@example.com";

    private final WebAdmin webAdmin;

    SuspensionRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aliceAndBobAreMembersOfTwoMailboxes() {
        for (String mailbox : List.of(SUSPENDED, OTHER)) {
            webAdmin.delete("/shared-mailboxes/" + mailbox).hasStatus(204);
            webAdmin.put("/shared-mailboxes/" + mailbox, "").hasStatus(201);
            webAdmin.put(path(mailbox, "alice"), "").hasStatus(201);
            webAdmin.put(path(mailbox, "bob"), "").hasStatus(201);
        }
    }

    @Test
    void oneIsSuspendedAndResumedAndIsAsItWas() {
        String before = webAdmin.get(path(SUSPENDED, "alice")).hasStatus(200).body();
        String expected = before.replace("\"active\"", "\"suspended\"");

        ApiResponse suspended = post(path(SUSPENDED, "alice") + "?action=suspend").hasStatus(200);
        assertThat(suspended.body()).isEqualTo(expected);
        assertThat(webAdmin.get(path(SUSPENDED, "alice")).body()).isEqualTo(expected);
        assertThat(post(path(SUSPENDED, "alice") + "?action=suspend").body()).isEqualTo(expected);
        assertThat(state(SUSPENDED, "bob")).isEqualTo("active");

        assertThat(post(path(SUSPENDED, "alice") + "?action=resume").hasStatus(200).body())
                .isEqualTo(before);
        assertThat(post(path(SUSPENDED, "alice") + "?action=resume").hasStatus(200).body())
                .isEqualTo(before);
    }

    @Test
    void otherTermsAreTakenAndItStaysSuspended() {
        post(path(SUSPENDED, "alice") + "?action=suspend").hasStatus(200);

        ApiResponse changed =
                webAdmin.put(path(SUSPENDED, "alice"), "{\"rights\":[\"READ\"]}").hasStatus(200);

        assertThat(changed.json().get("state").textValue()).isEqualTo("suspended");
        assertThat(changed.json().get("rights").toString()).isEqualTo("[\"READ\"]");
        webAdmin.post(
                        "/delegations",
                        "[{\"owner\":\"suspended@example.com\",\"delegate\":\"alice@example.com\","
                                + "\"rights\":[\"READ_AND_MANAGE\"]}]")
                .is(200, "{'created':0,'changed':1,'unchanged':0}");
        assertThat(state(SUSPENDED, "alice")).isEqualTo("suspended");
    }

    @Test
    void allOnAMailboxAreSuspended() {
        post("/delegations?action=suspend&owner=" + SUSPENDED).is(200, "{'changed':2}");
        post("/delegations?action=suspend&owner=" + SUSPENDED).is(200, "{'changed':0}");

        assertThat(states()).containsExactly("suspended", "suspended", "active", "active");
        post("/delegations?action=resume&owner=" + SUSPENDED).is(200, "{'changed':2}");
        assertThat(states()).containsOnly("active");
    }

    @Test
    void allOfAPersonAreSuspended() {
        int changed =
                post("/delegations?action=suspend&delegate=alice@example.com")
                        .hasStatus(200)
                        .json()
                        .get("changed")
                        .intValue();

        assertThat(changed).isGreaterThanOrEqualTo(2);
        assertThat(states()).containsExactly("suspended", "active", "suspended", "active");
        String csv =
                webAdmin.getAs("text/csv", "/delegations?state=suspended&owner=" + SUSPENDED)
                        .hasStatus(200)
                        .body();
        assertThat(csv).contains("alice@example.com").contains(",suspended");
        assertThat(csv).doesNotContain("bob@example.com");
        post("/delegations?action=resume&delegate=alice@example.com")
                .is(200, "{'changed':" + changed + "}");
        assertThat(states()).containsOnly("active");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/delegations/suspended@example.com/alice@example.com|'action' is missing; it must be one of suspend, resume",
                "/delegations/suspended@example.com/alice@example.com?action=|'action' is ''; it must be one of suspend, resume",
                "/delegations/suspended@example.com/alice@example.com?action=end|'action' is 'end'; it must be one of suspend, resume",
                "/delegations/suspended@example.com/alice@example.com?action=suspend&action=resume|'action' is given more than once",
                "/delegations/suspended@example.com/alice@example.com?action=suspend&owner=x|There is no parameter 'owner'; the parameters are action",
                "/delegations/suspended@example.com/alice?action=suspend|'delegate' is 'alice', which is not a mail address: write it in full, e.g. support@example.com",
                "/delegations?action=pause&owner=suspended@example.com|'action' is 'pause'; it must be one of suspend, resume",
                "/delegations?action=suspend&owner=suspended|'owner' is 'suspended', which is not a mail address: write it in full, e.g. support@example.com",
                "/delegations?action=suspend&delegate=|'delegate' is '', which is not a mail address: write it in full, e.g. support@example.com",
                "/delegations?action=suspend&dryRun=true&owner=suspended@example.com|There is no parameter 'dryRun'; the parameters are action, owner, delegate",
                "/delegations?action=suspend|Give either 'owner', for all delegations on a mailbox, or 'delegate', for all that a person holds; for a single one: POST /delegations/{owner}/{delegate}?action=suspend",
                "/delegations?action=resume&owner=suspended@example.com&delegate=alice@example.com|Give either 'owner', for all delegations on a mailbox, or 'delegate', for all that a person holds; for a single one: POST /delegations/{owner}/{delegate}?action=resume",
            })
    void aRequestThatDoesNotSayWhatIsRefused(String path, String message) {
        post(path).isInvalid(message);
        assertThat(states()).containsOnly("active");
    }

    @Test
    void aBodyIsRefusedIfItSaysAnything() {
        webAdmin.post(path(SUSPENDED, "alice") + "?action=suspend", "{\"note\":\"why\"}")
                .hasStatus(400);
        webAdmin.post("/delegations?action=suspend&owner=" + SUSPENDED, "[{}]").hasStatus(400);
        webAdmin.post(path(SUSPENDED, "alice") + "?action=suspend", "{}").hasStatus(200);
        post(path(SUSPENDED, "alice") + "?action=resume").hasStatus(200);
        assertThat(states()).containsOnly("active");
    }

    @Test
    void aPostWithoutContentTypeIsRefused() {
        webAdmin.postWithoutType(path(SUSPENDED, "alice") + "?action=suspend", "").hasStatus(400);
        assertThat(states()).containsOnly("active");
    }

    @Test
    void whatThereIsNotIsNotFound() {
        post(path(SUSPENDED, "carol") + "?action=suspend")
                .isError(
                        404,
                        "notFound",
                        "suspended@example.com is not delegated to carol@example.com; there is"
                                + " nothing to suspend");
        post("/delegations?action=suspend&owner=nobody@example.com")
                .isError(404, "notFound", "There is no user or shared mailbox nobody@example.com");
        post("/delegations?action=resume&delegate=nobody@example.com")
                .isError(404, "notFound", "There is no user or shared mailbox nobody@example.com");
    }

    private ApiResponse post(String path) {
        return webAdmin.post(path, "");
    }

    private List<String> states() {
        return List.of(
                state(SUSPENDED, "alice"),
                state(SUSPENDED, "bob"),
                state(OTHER, "alice"),
                state(OTHER, "bob"));
    }

    private String state(String mailbox, String delegate) {
        return webAdmin.get(path(mailbox, delegate)).hasStatus(200).json().get("state").textValue();
    }

    private static String path(String mailbox, String delegate) {
        return "/delegations/" + mailbox + "/" + delegate + "@example.com";
    }
}
