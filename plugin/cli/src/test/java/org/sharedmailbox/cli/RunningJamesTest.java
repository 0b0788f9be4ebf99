/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup says when the WebAdmin of a running James answers otherwise than with one. */
class RunningJamesTest {
    private static final String IN_USE =
            "The store is in use by a running James, which alone can read it. ";

    @TempDir Path folder;

    private HttpServer server;
    private StoreFixture james;
    private byte[] whole = {};

    @BeforeEach
    void start() throws Exception {
        james = new StoreFixture(folder.resolve("james")).filled();
        assertThat(backup("whole").code()).isZero();
        whole = Files.readAllBytes(folder.resolve("whole"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        james.configured(
                "webadmin.properties",
                "enabled=Yes\nhost=127.0.0.1\nport=" + server.getAddress().getPort() + "\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itsBackupIsTaken() throws Exception {
        answers(200, whole);
        Files.writeString(folder.resolve("token"), "of the administrator\n");

        CommandRun run = backupInUse("--token-file", folder.resolve("token").toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("backup"))).isEqualTo(whole);
        assertThat(Files.list(folder).map(Path::getFileName).map(Path::toString))
                .contains("authorization: Bearer of the administrator")
                .noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void whatHeadersCannotCarryIsRefusedAndNotShown() throws Exception {
        answers(200, whole);
        for (String secret : new String[] {"s3cret\u20AC", "s3cret\u00E9", "s3cret\u0007x", ""}) {
            Path file = Files.writeString(folder.resolve("secret"), secret + "\n");
            for (String option : new String[] {"--token-file", "--password-file"}) {
                CommandRun run = backupInUse(option, file.toString());
                assertThat(run.code()).isEqualTo(2);
                assertThat(run.err())
                        .startsWith("What is in " + file + " cannot be sent to WebAdmin")
                        .doesNotContain("s3cret");
                assertThat(run.err().lines()).hasSize(1);
            }
        }
    }

    @Test
    void aByteOrderMarkBelongsToNoToken() throws Exception {
        answers(200, whole);
        Path file = Files.writeString(folder.resolve("token"), "\uFEFFof the administrator\n");

        CommandRun run = backupInUse("--token-file", file.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(folder.resolve("authorization: Bearer of the administrator")).exists();
    }

    @Test
    void aUrlWithAPasswordIsRefusedAndNotShown() throws Exception {
        CommandRun run = backupInUse("--webadmin", "http://admin:s3cret@127.0.0.1:8000");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("--webadmin is http://host:port").doesNotContain("s3cret");
    }

    @Test
    void aTokenIsNotSentInPlainTextToAnotherMachine() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "of the administrator\n");

        CommandRun run =
                backupInUse("--webadmin", "http://james.invalid", "--token-file", token.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("A token or a password would be sent to http://james.invalid in plain");
    }

    @Test
    void nobodyWaitsForEver() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.createContext(
                "/shared-mailboxes/backup",
                exchange -> {
                    exchange.sendResponseHeaders(200, whole.length);
                    exchange.getResponseBody().write(whole, 0, 10);
                    exchange.getResponseBody().flush();
                    awaited(over);
                    exchange.close();
                });
        try {
            CommandRun run = backupInUse("--timeout", "1");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err())
                    .startsWith(
                            IN_USE + "James has sent nothing of its answer for 1 seconds: look");
            assertThat(folder.resolve("backup")).doesNotExist();
        } finally {
            over.countDown();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aBackupThatSomebodyElseMakesIsTold() throws Exception {
        answers(409, "{\"message\":\"Another backup is being made\"}".getBytes(UTF_8));
        assertRefused(1, IN_USE + "Another backup is being made");
    }

    @Test
    void onlyAWholeOneIsTaken() throws Exception {
        answers(200, Arrays.copyOf(whole, whole.length - 10));

        assertRefused(1, "James has not sent a whole backup");
    }

    @Test
    void whatItRefusesIsTold() throws Exception {
        answers(401, new byte[0]);
        assertRefused(1, IN_USE + "WebAdmin at " + uri() + " asks who you are: use --token-file");
    }

    @Test
    void aJamesWithoutOurRoutesIsTold() throws Exception {
        answers(404, new byte[0]);
        assertRefused(1, IN_USE + "WebAdmin at " + uri() + " does not know this request");
    }

    @Test
    void whatGoesWrongThereIsTold() throws Exception {
        answers(503, new byte[0]);
        assertRefused(1, IN_USE + "WebAdmin at " + uri() + " answers 503");
    }

    @Test
    void aWebAdminThatIsNotThereIsTold() throws Exception {
        server.stop(0);
        assertRefused(
                3,
                IN_USE
                        + "No WebAdmin answers at "
                        + uri()
                        + ": does James run, is WebAdmin enabled, and is --webadmin right?");
    }

    @Test
    void aWebAdminThatIsOffIsTold() throws Exception {
        james.configured("webadmin.properties", "enabled=false\n");
        assertRefused(1, "James runs with this store, and where its WebAdmin is cannot be told");
    }

    private String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Notes with which token it was asked, as the name of a file. */
    private void answers(int status, byte[] body) {
        server.createContext(
                "/shared-mailboxes/backup",
                exchange -> {
                    note(
                            "authorization: "
                                    + exchange.getRequestHeaders().getFirst("Authorization"));
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private void note(String text) {
        try {
            Files.createFile(folder.resolve(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(int code, String start) throws IOException {
        CommandRun run = backupInUse();
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).startsWith(start);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(folder.resolve("backup")).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private CommandRun backupInUse(String... more) throws IOException {
        try (HeldFile held = new HeldFile(james.file())) {
            return backup("backup", more);
        }
    }

    private CommandRun backup(String name, String... more) {
        String[] command = {
            "store", "backup", "--from", james.toString(), "--to", folder.resolve(name).toString()
        };
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return CommandRun.of(all);
    }
}
