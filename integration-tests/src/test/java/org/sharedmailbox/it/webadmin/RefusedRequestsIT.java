/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Bad requests: each is refused with the name of what is wrong in it, and changes nothing. */
class RefusedRequestsIT {
    private static final String TEN_THOUSAND = "a".repeat(10_000);

    /** What just goes into a path, which James's server of HTTP lets have 8 KiB. */
    private static final String LONG = "a".repeat(7_000);

    private static final String MAILBOX = "/shared-mailboxes/support@example.com";
    private static final String DELEGATION = "/delegations/support@example.com/alice@example.com";

    /** What an administrator can see of all that a request could have changed. */
    private static final List<String> EVERYTHING =
            List.of(
                    "/shared-mailboxes?limit=1000",
                    MAILBOX,
                    "/delegations?limit=1000",
                    "/delegation-policies/example.com",
                    "/delegation-policies/default",
                    "/users");

    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("refused"));

    private static WebAdmin webAdmin;

    @BeforeAll
    static void aMailboxWithAMember() {
        Administrator administrator = Administrator.of(james.server());
        administrator.createsDomain("example.com");
        administrator.createsSharedMailbox("support@example.com");
        administrator.grants(
                "support@example.com", administrator.createsUser("alice@example.com"), "READ");
        administrator.createsUser("bob@example.com");
        webAdmin = administrator.webAdmin();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"addresses", "bodies", "parameters"})
    void isRefusedAndChangesNothing(String what, Request request, String named) {
        List<String> before = everything();

        HttpAnswer answer = request.of(webAdmin);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("type").asText()).isEqualTo("InvalidArgument");
        assertThat(answer.json().get("message").asText()).contains(named);
        assertThat(everything()).isEqualTo(before);
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                        "\"a b\"@example.com",
                        "\"support\"@example.com",
                        "\"a@b\"@example.com",
                        "support@bücher.example",
                        "unterstützung@bücher.example",
                        "sup*port@example.com",
                        "sup%port@example.com",
                        "sup/port@example.com",
                        "sup\\port@example.com",
                        "sup\rport@example.com",
                        "sup\u0007port@example.com",
                        "support@exam\nple.com",
                        "support%40example.com",
                        "support",
                        "@example.com",
                        "support@",
                        LONG + "@example.com",
                        "support@" + LONG + ".com")
                .flatMap(RefusedRequestsIT::inEachPlace);
    }

    private static Stream<Arguments> inEachPlace(String address) {
        String encoded = URLEncoder.encode(address, StandardCharsets.UTF_8).replace("+", "%20");
        return Stream.of(
                row(
                        "PUT mailbox " + address,
                        put("/shared-mailboxes/" + encoded, "{}"),
                        "'address'"),
                row(
                        "DELETE mailbox " + address,
                        http -> http.delete("/shared-mailboxes/" + encoded + "?mail=delete"),
                        "'address'"),
                row(
                        "PUT delegation of " + address,
                        put("/delegations/" + encoded + "/alice@example.com", rights("READ")),
                        "'owner'"),
                row(
                        "PUT delegation to " + address,
                        put("/delegations/support@example.com/" + encoded, rights("READ")),
                        "'delegate'"),
                row(
                        "DELETE delegation to " + address,
                        http -> http.delete("/delegations/support@example.com/" + encoded),
                        "'delegate'"),
                row(
                        "GET delegations of " + address,
                        http -> http.get("/delegations?owner=" + encoded),
                        "'owner'"));
    }

    static Stream<Arguments> bodies() {
        String huge = " ".repeat((1 << 20) + 1);
        return Stream.of(
                row("no JSON", put(MAILBOX, "{\"type\":"), "JSON"),
                row("two objects", put(MAILBOX, "{}{}"), "JSON"),
                row("a list", put(MAILBOX, "[]"), "body"),
                row("a huge body", put(MAILBOX, "{" + huge + "}"), "1 MiB"),
                row("deep nesting", put(MAILBOX, "[".repeat(100_000)), "JSON"),
                row("a number as a name", put(MAILBOX, field("displayName", "5")), "'displayName'"),
                row(
                        "a name of 10,000 characters",
                        put(MAILBOX, field("displayName", '"' + TEN_THOUSAND + '"')),
                        "'displayName'"),
                row(
                        "a control character in a name",
                        put(MAILBOX, field("displayName", "\"a\\u0007b\"")),
                        "'displayName'"),
                row(
                        "a type of 10,000 characters",
                        put(MAILBOX, field("type", '"' + TEN_THOUSAND + '"')),
                        "'type'"),
                row(
                        "a password of 10,000 characters",
                        put(MAILBOX, field("password", '"' + TEN_THOUSAND + '"')),
                        "'password'"),
                row("a text as a quota", put(MAILBOX, field("quota", "\"5\"")), "'quota'"),
                row(
                        "a negative size",
                        put(MAILBOX, "{\"displayName\":\"Else\",\"quota\":{\"size\":-1}}"),
                        "'quota.size'"),
                row("an unknown field", put(MAILBOX, field("members", "[]")), "'members'"),
                row("an unknown right", put(DELEGATION, rights("WRITE")), "'rights'"),
                row(
                        "a right of 10,000 characters",
                        put(DELEGATION, rights(TEN_THOUSAND)),
                        "'rights'"),
                row(
                        "a folder of 10,000 characters",
                        put(
                                DELEGATION,
                                "{\"rights\":[\"READ\"],\"folders\":[\"" + TEN_THOUSAND + "\"]}"),
                        "'folders'"),
                row(
                        "a folder with a wildcard",
                        put(DELEGATION, "{\"rights\":[\"READ\"],\"folders\":[\"IN*X\"]}"),
                        "'folders'"),
                row(
                        "a note of 10,000 characters",
                        put(
                                DELEGATION,
                                "{\"rights\":[\"READ\"],\"note\":\"" + TEN_THOUSAND + "\"}"),
                        "'note'"),
                row(
                        "a bad time",
                        put(DELEGATION, "{\"rights\":[\"READ\"],\"notAfter\":\"tomorrow\"}"),
                        "'notAfter'"),
                row(
                        "a limit of no members",
                        put("/delegation-policies/example.com", field("maxMembers", "0")),
                        "'maxMembers'"),
                row(
                        "a limit in words",
                        put("/delegation-policies/default", field("maxDuration", "\"a week\"")),
                        "'maxDuration'"),
                row(
                        "a domain of 7,000 characters",
                        put("/delegation-policies/" + LONG, field("enabled", "false")),
                        "'domain'"),
                row(
                        "a conversion to no type",
                        http ->
                                http.post(
                                        "/shared-mailboxes/bob@example.com?action=convert",
                                        field("type", "\"bakery\"")),
                        "'type'"),
                row(
                        "a reversion without a password",
                        http -> http.post(MAILBOX + "?action=revert", "{}"),
                        "'password'"),
                row(
                        "a reversion with a password of 10,000 characters",
                        http ->
                                http.post(
                                        MAILBOX + "?action=revert",
                                        field("password", '"' + TEN_THOUSAND + '"')),
                        "'password'"),
                row(
                        "a CSV with one bad line",
                        http ->
                                http.postCsv(
                                        "/delegations",
                                        "owner,delegate,rights\nsupport@example.com,"
                                                + "bob@example.com,READ\n\"sup*\",x,READ\n"),
                        "1 of 2 delegations"),
                row(
                        "a CSV without its columns",
                        http -> http.postCsv("/delegations", "mailbox,member\na,b\n"),
                        "'mailbox'"),
                row("a huge CSV", http -> http.postCsv("/delegations", huge.repeat(17)), "16 MiB"));
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                row("a huge page", get("/delegations?limit=1001"), "'limit'"),
                row("a page before the first", get("/shared-mailboxes?offset=-1"), "'offset'"),
                row("an unknown parameter", get("/delegations?mailbox=a@b.c"), "'mailbox'"),
                row("a parameter twice", get("/delegations?limit=1&limit=2"), "'limit'"),
                row("an unknown state", get("/delegations?state=gone"), "'state'"),
                row("an unknown right", get("/delegations?right=WRITE"), "'right'"),
                row("a bad time", get("/delegations?expiringBefore=soon"), "'expiringBefore'"),
                row(
                        "a misspelt dry run",
                        http -> http.post("/delegations?dryRun=yes", "[]"),
                        "'dryRun'"),
                row(
                        "an unknown action",
                        http -> http.post(MAILBOX + "?action=explode", "{}"),
                        "'action'"));
    }

    /** These never get to us, so the answers are not of our form. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pathsThatJamesRefusesItself")
    void isRefusedByJamesAndChangesNothing(String what, String path, int status) {
        List<String> before = everything();

        assertThat(webAdmin.delete(path).status()).isEqualTo(status);

        assertThat(everything()).isEqualTo(before);
    }

    static Stream<Arguments> pathsThatJamesRefusesItself() {
        return Stream.of(
                arguments("a long path", "/shared-mailboxes/" + TEN_THOUSAND + "@example.com", 414),
                arguments("an octet of zero", MAILBOX + "%00", 400),
                arguments("half a character", MAILBOX + "%C3", 400));
    }

    private interface Request {
        HttpAnswer of(WebAdmin webAdmin);
    }

    private static Arguments row(String what, Request request, String named) {
        String shown = what.length() > 80 ? what.substring(0, 80) + "…" : what;
        return arguments(shown.replaceAll("\\p{Cntrl}", "?"), request, named);
    }

    private static Request put(String path, String body) {
        return http -> http.put(path, body);
    }

    private static Request get(String path) {
        return http -> http.get(path);
    }

    private static String rights(String right) {
        return "{\"rights\":[\"" + right + "\"]}";
    }

    private static String field(String name, String json) {
        return "{\"" + name + "\":" + json + "}";
    }

    private static List<String> everything() {
        return EVERYTHING.stream()
                .map(path -> webAdmin.get(path).expectSuccess().body())
                .collect(Collectors.toList());
    }
}
