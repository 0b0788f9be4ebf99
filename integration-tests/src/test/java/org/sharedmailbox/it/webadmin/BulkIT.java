/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Very many delegations, and very many administrators at once, on the embedded database. */
class BulkIT {
    private static final Logger LOGGER = LoggerFactory.getLogger(BulkIT.class);
    private static final int MAILBOXES = 100;
    private static final int MEMBERS = 100;
    private static final int CLIENTS = 20;
    private static final int MAX_MEMBERS = 200;
    private static final String FULL = "full@example.com";

    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("bulk"));

    private static Administrator administrator;

    @BeforeAll
    static void aCompany() {
        administrator = Administrator.of(james.server());
        administrator.createsDomain("example.com");
        IntStream.range(0, MAX_MEMBERS + CLIENTS)
                .forEach(n -> administrator.createsUser(member(n)));
        IntStream.range(0, MAILBOXES).forEach(n -> administrator.createsSharedMailbox(mailbox(n)));
        administrator.createsSharedMailbox(FULL);
    }

    @Test
    void tenThousandLinesAreGrantedInOneRequest() {
        String csv =
                csv(
                        IntStream.range(0, MAILBOXES * MEMBERS)
                                .mapToObj(n -> mailbox(n / MEMBERS) + "," + member(n % MEMBERS)));

        Instant start = Instant.now();
        HttpAnswer granted = administrator.webAdmin().postCsv("/delegations", csv);
        LOGGER.warn(
                "10,000 delegations granted in {} ms on a stock James",
                Duration.between(start, Instant.now()).toMillis());

        assertThat(granted.body()).isEqualTo("{\"created\":10000,\"changed\":0,\"unchanged\":0}");
        assertThat(total(mailbox(99))).isEqualTo(MEMBERS);

        HttpAnswer oneWrong =
                administrator
                        .webAdmin()
                        .postCsv(
                                "/delegations",
                                csv + "\n" + mailbox(0) + ",nobody@example.com,READ");
        assertThat(oneWrong.status()).isEqualTo(404);
        assertThat(oneWrong.json().get("errors")).hasSize(1);
        assertThat(oneWrong.json().get("errors").get(0).get("line").asInt()).isEqualTo(10_002);
    }

    @Test
    void ofTwentyWhoGrantAtOnceFifteenAreToldThatTheMailboxIsFull() throws Exception {
        int before = MAX_MEMBERS - 5;
        administrator
                .webAdmin()
                .postCsv(
                        "/delegations",
                        csv(IntStream.range(0, before).mapToObj(n -> FULL + "," + member(n))))
                .expectSuccess();

        List<HttpAnswer> answers =
                atOnce(
                        n ->
                                putWhileBusy(
                                        "/delegations/" + FULL + "/" + member(before + n),
                                        "{\"rights\":[\"READ\"]}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(15)
                .allSatisfy(
                        refusal -> {
                            assertThat(refusal.status()).isEqualTo(409);
                            assertThat(refusal.json().get("type").asText()).isEqualTo("policy");
                            assertThat(refusal.json().get("message").asText())
                                    .isEqualTo(
                                            "full@example.com already has 200 members, the most"
                                                    + " that the policy of example.com allows");
                        });
        assertThat(total(FULL)).isEqualTo(MAX_MEMBERS);
        assertThat(administrator.looksAtSharedMailbox(FULL).json().get("memberCount").asInt())
                .isEqualTo(MAX_MEMBERS);
    }

    /** Whoever waits too long for the others is told 503 and to try again, and nothing is done. */
    private static HttpAnswer putWhileBusy(String path, String body) {
        return Awaitility.await(path)
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInSameThread()
                .until(
                        () -> administrator.webAdmin().put(path, body),
                        answer -> answer.status() != 503);
    }

    private interface Client {
        HttpAnswer asks(int n);
    }

    private static List<HttpAnswer> atOnce(Client client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        List<Callable<HttpAnswer>> requests =
                IntStream.range(0, CLIENTS)
                        .<Callable<HttpAnswer>>mapToObj(
                                n ->
                                        () -> {
                                            start.await();
                                            return client.asks(n);
                                        })
                        .collect(Collectors.toList());
        List<HttpAnswer> answers = new ArrayList<>();
        for (Future<HttpAnswer> answer : threads.invokeAll(requests)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        return answers;
    }

    private static int total(String owner) {
        return administrator
                .webAdmin()
                .get("/delegations/" + owner + "?limit=1")
                .expectSuccess()
                .json()
                .get("total")
                .asInt();
    }

    private static String csv(Stream<String> ownersAndDelegates) {
        return "owner,delegate,rights\n"
                + ownersAndDelegates
                        .map(line -> line + ",READ_AND_MANAGE|SEND_AS")
                        .collect(Collectors.joining("\n"));
    }

    private static String mailbox(int n) {
        return "box" + n + "@example.com";
    }

    private static String member(int n) {
        return "m" + n + "@example.com";
    }
}
