/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What commands make of answers that a James in which all is in order does not give. */
@Timeout(60)
class WhoAndWhatTest {
    private static final String MAILBOX = "o@example.com";
    private static final String TOO_MUCH = "{\"statusCode\":503,\"message\":\"Not now\"}";

    @Test
    void whatIsRefusedAfterAPageIsNotPutBehindIt() throws IOException {
        String item = "{\"owner\":\"o@example.com\",\"delegate\":\"d@example.com\"}";
        String page = "{\"items\":[" + item + ("," + item).repeat(999) + "],\"total\":2000}";
        try (FakeWebAdmin james =
                new FakeWebAdmin(
                        exchange -> {
                            boolean first =
                                    exchange.getRequestURI().getQuery().contains("offset=0");
                            FakeWebAdmin.answer(
                                    exchange, first ? 200 : 503, first ? page : TOO_MUCH);
                        })) {
            CommandRun run = CommandRun.of("delegations", "--json", "--url", james.url());

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err().strip()).isEqualTo("Not now");
            assertThat(run.out()).doesNotContain("statusCode");
            assertThat(run.out().lines()).hasSize(1001);
        }
    }

    @Test
    void aLimitThatIsNotNamedStays() throws IOException {
        assertThat(quota("{\"count\":5,\"size\":7}", "--quota-count", "9"))
                .isEqualTo("{\"count\":9,\"size\":7}");
        assertThat(quota("{\"count\":5,\"size\":7}", "--quota-size", "9"))
                .isEqualTo("{\"count\":5,\"size\":9}");
        assertThat(quota("null", "--quota-size", "9")).isEqualTo("{\"count\":null,\"size\":9}");
    }

    private static String quota(String before, String option, String limit) throws IOException {
        AtomicReference<String> request = new AtomicReference<>();
        String mailbox = "{\"address\":\"" + MAILBOX + "\",\"quota\":" + before + "}";
        HttpHandler handler =
                exchange -> {
                    request.set(text(exchange));
                    FakeWebAdmin.answer(exchange, 200, mailbox);
                };
        try (FakeWebAdmin james = new FakeWebAdmin(handler)) {
            CommandRun run =
                    CommandRun.of(
                            "mailbox", "change", MAILBOX, option, limit, "--url", james.url());
            assertThat(run.code()).isZero();
        }
        return JsonParser.parseString(request.get()).getAsJsonObject().get("quota").toString();
    }

    @Test
    void aTypeThatIsNotDeclaredLeavesNothing() throws IOException {
        assertThat(inFolder("team", "READ").out()).contains("d@example.com").contains("lr");
        CommandRun unknown = inFolder("other", "READ");
        assertThat(unknown.code()).isZero();
        assertThat(unknown.out())
                .startsWith("No delegation gives access to o@example.com/INBOX")
                .doesNotContain("d@example.com");
    }

    @Test
    void aRightThatIsNotKnownIsTold() throws IOException {
        CommandRun run = inFolder("team", "READ_AND_DREAM");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().strip())
                .isEqualTo(
                        "WebAdmin knows a right READ_AND_DREAM, which this command does not: use"
                                + " the jar that James loads");
        assertThat(run.out()).isEmpty();
    }

    private static CommandRun inFolder(String type, String right) throws IOException {
        Map<String, String> answers =
                Map.of(
                        "/delegations/" + MAILBOX,
                        "{\"items\":[{\"delegate\":\"d@example.com\",\"access\":[{\"folder\":null,"
                                + "\"letters\":\"lrsw\",\"subfolders\":true}]}],\"total\":1}",
                        "/users/" + MAILBOX + "/mailboxes/INBOX",
                        "",
                        "/delegation-policies/example.com",
                        "{\"allowedRights\":[\"SEND_AS\",\"" + right + "\"]}",
                        "/shared-mailboxes/" + MAILBOX,
                        "{\"type\":\"" + type + "\"}",
                        "/shared-mailboxes/types",
                        "{\"items\":[{\"name\":\"team\",\"cap\":\"lrswikxtea\"}]}",
                        "/delegation-audit/side-doors",
                        "{\"items\":[{\"sideDoors\":[],\"complete\":true}]}");
        try (FakeWebAdmin james =
                new FakeWebAdmin(
                        exchange -> {
                            String answer = answers.get(exchange.getRequestURI().getPath());
                            int status = answer == null ? 404 : answer.isEmpty() ? 204 : 200;
                            FakeWebAdmin.answer(exchange, status, answer == null ? "" : answer);
                        })) {
            return CommandRun.of("who", MAILBOX + "/INBOX", "--url", james.url());
        }
    }

    @Test
    void whoIsSuspendedWithoutADelegationHasPerhapsAnotherName() throws IOException {
        String nothing = "{\"changed\":0,\"items\":[],\"total\":0}";
        try (FakeWebAdmin james = FakeWebAdmin.answering(200, nothing)) {
            CommandRun run =
                    CommandRun.of(
                            "suspend", "--delegate", "erni@example.com", "--url", james.url());

            assertThat(run.err().strip())
                    .isEqualTo(
                            "There is no delegation that erni@example.com holds: is the address"
                                    + " right?");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
        }
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }
}
