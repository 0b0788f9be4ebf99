/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.apache.james.core.Username;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.administration.BackupService;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.transaction.StoreBackup;

/** A backup that cannot be made to its end, or that nobody takes. */
class BackupFailureTest {
    /** More than server and sockets hold back. */
    private static final int LARGE = 50_000_000;

    @Test
    void whatFailsOnTheWayIsAnsweredInJson() {
        assertThat(
                        answer(
                                out -> {
                                    out.write(new byte[100_000]);
                                    throw new StoreUnavailableException("away");
                                }))
                .startsWith("503 {");
        assertThat(
                        answer(
                                out -> {
                                    throw new IOException("the disk is full");
                                }))
                .startsWith("500 {");
        assertThat(
                        answer(
                                out -> {
                                    throw new IllegalStateException("unforeseen");
                                }))
                .startsWith("500 {");
        assertThat(Path.of(System.getProperty("java.io.tmpdir")))
                .isDirectoryNotContaining("glob:**/shared-mailboxes-backup*.part");
    }

    @Test
    void whoeverIsSecondIsToldWhenToComeAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (HttpServer server =
                serving(
                        out -> {
                            begun.countDown();
                            awaited(over);
                        })) {
            HttpClient client = HttpClient.newHttpClient();
            var first = client.sendAsync(request(server), HttpResponse.BodyHandlers.ofString());
            begun.await();

            HttpResponse<String> second =
                    client.send(request(server), HttpResponse.BodyHandlers.ofString());
            over.countDown();

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.headers().firstValue("Retry-After")).contains("60");
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodyWaitsForAClientThatDoesNotRead() throws Exception {
        try (HttpServer server = serving(out -> out.write(new byte[LARGE]));
                Socket idle = thatDoesNotRead(server)) {
            HttpResponse<InputStream> second = answer(server);

            assertThat(second.statusCode()).isEqualTo(200);
            try (InputStream body = second.body()) {
                assertThat(body.readAllBytes()).hasSize(LARGE);
            }
        }
    }

    /** Each is a copy of the whole store in the folder for temporary files. */
    @Test
    void onlyAFewWaitForTheirClients() throws Exception {
        try (HttpServer server = serving(out -> out.write(new byte[LARGE]));
                Socket first = thatDoesNotRead(server);
                Socket second = thatDoesNotRead(server)) {
            HttpResponse<InputStream> third = answer(server);
            assertThat(third.statusCode()).isEqualTo(200);

            HttpResponse<InputStream> fourth = answer(server);
            assertThat(fourth.statusCode()).isEqualTo(409);
            assertThat(fourth.headers().firstValue("Retry-After")).contains("60");

            try (InputStream body = third.body()) {
                assertThat(body.readAllBytes()).hasSize(LARGE);
            }
            first.close();
            second.close();
            for (int n = 0; n < 3; n++) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> isTakenToItsEnd(server));
            }
        }
    }

    private static Socket thatDoesNotRead(HttpServer server) throws IOException {
        Socket idle = new Socket("127.0.0.1", server.client().port());
        idle.getOutputStream()
                .write(
                        "GET /backup HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
        // The beginning of the answer: it is made.
        assertThat(idle.getInputStream().read()).isEqualTo('H');
        return idle;
    }

    private static boolean isTakenToItsEnd(HttpServer server) throws Exception {
        HttpResponse<InputStream> response = answer(server);
        try (InputStream body = response.body()) {
            return response.statusCode() == 200 && body.readAllBytes().length == LARGE;
        }
    }

    private static HttpResponse<InputStream> answer(HttpServer server) throws Exception {
        return HttpClient.newHttpClient()
                .send(request(server), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static HttpRequest request(HttpServer server) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.client().port() + "/backup"))
                .build();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answer(StoreBackup backup) {
        try (HttpServer server = serving(backup)) {
            return server.client().get("/backup").toString();
        }
    }

    private static HttpServer serving(StoreBackup backup) {
        BackupService service = new BackupService(backup, new ForgetfulLog(), Clock.systemUTC());
        return HttpServer.with(
                http ->
                        Endpoint.<BackupResource>get("/backup", one -> one::get)
                                .define(http, new BackupResource(service), HttpServer.GUARD));
    }

    /** Keeps nothing. */
    private static final class ForgetfulLog implements AuditLog {
        @Override
        public void append(AuditEntry entry) {}

        @Override
        public void appendAll(Collection<AuditEntry> entries) {}

        @Override
        public long appendInPlaceOf(OptionalLong earlier, AuditEntry entry) {
            return 1;
        }

        @Override
        public List<AuditEntry> ofMailbox(Username mailbox, int limit) {
            return List.of();
        }
    }
}
