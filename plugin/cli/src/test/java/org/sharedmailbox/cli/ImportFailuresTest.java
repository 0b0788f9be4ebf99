/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a file is not granted, or not to its end. */
@Timeout(60)
class ImportFailuresTest {
    private static final String DONE = "{\"created\":1,\"changed\":0,\"unchanged\":0}";
    private static final String HEADINGS = "owner,delegate\n";

    private static final String MANY =
            IntStream.range(0, 20_001)
                    .mapToObj(i -> "a@example.com,b" + i + "@example.com\n")
                    .collect(Collectors.joining());

    @TempDir Path folder;

    @Test
    void anExactFileIsNotSentInParts() throws IOException {
        Path file = file(HEADINGS + MANY);
        try (FakeWebAdmin james = FakeWebAdmin.answering(200, DONE)) {
            for (String more : new String[] {"--yes", "--dry-run"}) {
                CommandRun run = run(james, file, "--exact", "--owner", "a@example.com", more);

                assertThat(run.err().strip())
                        .isEqualTo(
                                "--exact takes at most 20,000 lines, or 16 MiB: import owner by"
                                        + " owner");
                assertThat(run.code()).isEqualTo(2);
            }
            assertThat(james.requests()).isEmpty();
        }
    }

    @Test
    void noMoreIsRevokedThanWhatSomebodyHasAgreedTo() throws IOException {
        Path file = file(HEADINGS + "a@example.com,b@example.com\n");
        for (int revoked : new int[] {0, 3}) {
            String answer =
                    "{\"created\":0,\"changed\":0,\"unchanged\":1,\"revoked\":" + revoked + "}";
            try (FakeWebAdmin james = FakeWebAdmin.answering(200, answer)) {
                CommandRun run = run(james, file, "--exact", "--owner", "a@example.com", "--yes");

                assertThat(run.code()).as(run.err()).isZero();
                String request = "POST /delegations?mode=exact&owner=a%40example.com&";
                assertThat(james.requests())
                        .containsExactly(
                                request + "dryRun=true", request + "maxRevoked=" + revoked);
            }
        }
    }

    @Test
    void anEmptyFileIsTold() throws IOException {
        for (String nothing : new String[] {"", " \n\n", "\uFEFF"}) {
            Path file = file(nothing);
            try (FakeWebAdmin james = FakeWebAdmin.answering(200, DONE)) {
                CommandRun run = run(james, file);

                assertThat(run.err().strip()).isEqualTo(file + " is empty");
                assertThat(run.code()).isEqualTo(2);
                assertThat(james.requests()).isEmpty();
            }
        }
    }

    @Test
    void aFileThatBecomesShorterIsGrantedToThere() throws IOException {
        Path file = file(HEADINGS + MANY);
        AtomicInteger granting = new AtomicInteger();
        try (FakeWebAdmin james =
                new FakeWebAdmin(
                        exchange -> {
                            if (isGranting(exchange) && granting.incrementAndGet() == 2) {
                                Files.writeString(file, HEADINGS);
                            }
                            exchange.getRequestBody().readAllBytes();
                            FakeWebAdmin.answer(exchange, 200, DONE);
                        })) {
            CommandRun run = run(james, file);

            assertThat(run.err().lines())
                    .containsExactly(
                            "What stands before line 10002 is granted. Once the reason is mended,"
                                    + " import the file again: what is there stays as it is",
                            "It failed: " + file + " has become shorter: is it written to?");
            assertThat(run.code()).isEqualTo(1);
        }
    }

    @Test
    void theFaultsOfAllPartsAreToldAtOnce() throws IOException {
        Path file = file(HEADINGS + MANY);
        AtomicInteger trials = new AtomicInteger();
        try (FakeWebAdmin james =
                new FakeWebAdmin(
                        exchange -> {
                            exchange.getRequestBody().readAllBytes();
                            int trial = trials.incrementAndGet();
                            FakeWebAdmin.answer(
                                    exchange,
                                    trial % 2 == 0 ? 400 : 200,
                                    trial % 2 == 0
                                            ? "{\"message\":\"no\",\"errors\":[{\"line\":"
                                                    + trial
                                                    + ",\"message\":\"wrong\"}]}"
                                            : DONE);
                        })) {
            CommandRun run = run(james, file);

            assertThat(run.err().lines())
                    .containsExactly(
                            "line 2: wrong",
                            "line 4: wrong",
                            "2 delegations cannot be granted, so nothing was changed");
            assertThat(run.code()).isEqualTo(1);
            assertThat(james.requests()).hasSize(5).allMatch(one -> one.contains("dryRun=true"));
        }
    }

    @Test
    void aPairInTwoPartsIsToldBeforeAnythingIsSent() throws IOException {
        Path file = file(HEADINGS + MANY + " A@example.com,\"B7@example.com\"\n");
        try (FakeWebAdmin james = FakeWebAdmin.answering(200, DONE)) {
            for (String[] more : new String[][] {{}, {"--dry-run"}}) {
                CommandRun run = run(james, file, more);

                assertThat(run.err().lines())
                        .containsExactly(
                                "line 20003, delegate: Line 9 already grants a@example.com to"
                                        + " b7@example.com; leave one of the two out",
                                "1 delegation cannot be granted, so nothing was changed");
                assertThat(run.code()).isEqualTo(1);
            }
            assertThat(run(james, file, "--json").out()).contains("\"line\":20003");
            assertThat(james.requests()).isEmpty();
        }
    }

    @Test
    void anyOtherRefusalEndsTheTrial() throws IOException {
        Path file = file(HEADINGS + MANY);
        try (FakeWebAdmin james = FakeWebAdmin.answering(503, "{\"message\":\"Not now\"}")) {
            CommandRun run = run(james, file);

            assertThat(run.err().strip()).isEqualTo("Not now");
            assertThat(james.requests()).hasSize(1);
        }
    }

    private static boolean isGranting(HttpExchange exchange) {
        return exchange.getRequestURI().getQuery() == null;
    }

    private static CommandRun run(FakeWebAdmin james, Path file, String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(
                new String[] {"import", file.toString(), "--url", james.url()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandRun.of(arguments);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), content);
    }
}
