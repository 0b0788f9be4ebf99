/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How commands end that lack something, or cannot go on. */
@Timeout(60)
class CommandEndsTest {
    private static final String TWO =
            "{\"items\":[{\"owner\":\"o@example.com\",\"delegate\":\"a@example.com\"},"
                    + "{\"owner\":\"o@example.com\",\"delegate\":\"b@example.com\"}],"
                    + "\"total\":2}";

    @TempDir Path folder;

    @Test
    void whatNobodyGotIsNotDone() {
        StringWriter err = new StringWriter();
        int code =
                SharedMailboxes.run(
                        new PrintWriter(new FullWriter(), true),
                        new PrintWriter(err, true),
                        "completion");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("Standard output does not take all that is written");
    }

    @Test
    void whatDoesNotFitOnTheDiskIsNotDone() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "A device that is always full");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SharedMailboxes.class.getName(),
                                "completion")
                        .redirectOutput(full);
        // Java says first that it has picked these up.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(err).startsWith("Standard output does not take all that is written");
    }

    @Test
    void whoRevokesManyLearnsHowManyAreRevoked() throws IOException {
        AtomicInteger deletions = new AtomicInteger();
        try (FakeWebAdmin james =
                new FakeWebAdmin(
                        exchange -> {
                            if (exchange.getRequestMethod().equals("GET")) {
                                FakeWebAdmin.answer(exchange, 200, TWO);
                            } else {
                                int status = deletions.incrementAndGet() == 1 ? 204 : 503;
                                FakeWebAdmin.answer(exchange, status, "");
                            }
                        })) {
            CommandRun run =
                    CommandRun.of(
                            "revoke", "--owner", "o@example.com", "--yes", "--url", james.url());

            assertThat(run.err().lines())
                    .containsExactly(
                            "1 of 2 are revoked; run it again for the rest",
                            "WebAdmin at "
                                    + james.url()
                                    + " answers 503; the log of James says why");
            assertThat(run.code()).isEqualTo(1);
        }
    }

    @Test
    void aFileThatIsNotThereIsAMisuse() {
        String none = folder.resolve("none").toString();
        assertMisused(
                "There is no file " + none + " with the password",
                "mailbox",
                "revert",
                "a@example.com",
                "--mailbox-password-file",
                none);
        assertMisused(
                "There is no environment variable NO_SUCH_VARIABLE with the password",
                "mailbox",
                "create",
                "a@example.com",
                "--mailbox-password-env",
                "NO_SUCH_VARIABLE");
        for (String path : new String[] {none, folder.toString()}) {
            assertMisused(
                    "There is no file " + path,
                    "grant",
                    "a@example.com",
                    "b@example.com",
                    "--reply-subject",
                    "Away",
                    "--reply-file",
                    path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mailbox show ''", "revoke --owner '' --yes", "what may '' open", "who ''"})
    void anEmptyAddressIsAMisuse(String command) {
        String[] words = command.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("''", "");
        }
        assertMisused(
                "One of the addresses, or other values, is empty: is a variable not set?", words);
    }

    @Test
    void aTokenComesOutOfAPipeToo() throws Exception {
        String pipe = folder.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        Process writer =
                new ProcessBuilder("sh", "-c", "echo s3cret > \"$0\"", pipe).inheritIO().start();
        try (FakeWebAdmin james = FakeWebAdmin.answering(200, "{\"items\":[],\"total\":0}")) {
            CommandRun run =
                    CommandRun.of("mailbox", "list", "--url", james.url(), "--token-file", pipe);

            assertThat(run.code()).isZero();
            assertThat(james.headers()).contains("Authorization: Bearer s3cret");
        } finally {
            writer.destroy();
        }
    }

    private static void assertMisused(String sentence, String... arguments) {
        CommandRun run = CommandRun.of(arguments);

        assertThat(run.err().strip()).isEqualTo(sentence);
        assertThat(run.code()).isEqualTo(2);
    }

    /** Takes nothing. */
    private static final class FullWriter extends Writer {
        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
