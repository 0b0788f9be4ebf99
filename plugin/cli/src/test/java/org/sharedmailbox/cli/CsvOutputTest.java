/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CSV in which something would steer a terminal: where it may go, and where it may not. */
@Timeout(60)
class CsvOutputTest {
    private static final String CSV =
            "\uFEFFowner,note\r\no@example.com,\u001b]0;title\u0007\u009bK\u202e\u00e9\r\nlast";

    private static final String SHOWN =
            "owner,note\r\no@example.com,\\u001b]0;title\\u0007\\u009bK\\u202e\u00e9\r\nlast";

    @TempDir Path folder;

    private FakeWebAdmin james;

    @BeforeEach
    void start() throws IOException {
        james = new FakeWebAdmin(CsvOutputTest::answer);
    }

    @AfterEach
    void stop() {
        james.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "audit --csv"})
    @EnabledOnOs(OS.LINUX)
    void aTerminalShowsWhatWouldSteerIt(String command) throws Exception {
        String line = String.join(" ", quoted(command));

        String seen = output("script", "-qec", line, folder.resolve("typescript").toString());

        assertThat(seen).isEqualTo(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "audit --csv"})
    void aPipeGetsTheOctets(String command) throws Exception {
        assertThat(output(words(command).toArray(String[]::new))).isEqualTo(CSV);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "audit --csv"})
    void aFileGetsTheOctets(String command) throws Exception {
        Path file = folder.resolve("all.csv");
        String[] words = (command + " --url " + james.url() + " --to " + file).split(" ");

        CommandRun run = CommandRun.of(words);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("The ").contains(" are in " + file);
        assertThat(file).hasBinaryContent(CSV.getBytes(UTF_8));
        assertThat(james.headers()).contains("Accept: text/csv");
        CommandRun again = CommandRun.of(words);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).startsWith("There is a file " + file + " already");
    }

    @Test
    void anAuditIsNarrowedDownByTheServer() {
        CommandRun run =
                CommandRun.of(
                        ("audit --csv --url "
                                        + james.url()
                                        + " --mailbox o@example.com --action mail.* --to "
                                        + folder.resolve("mail.csv"))
                                .split(" "));

        assertThat(run.code()).isZero();
        assertThat(james.requests())
                .containsExactly("GET /delegation-audit?mailbox=o%40example.com&action=mail.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit --csv --json", "audit --csv --limit 5", "audit --csv --limit 0"})
    void anAuditIsWrittenInOneForm(String command) {
        assertMisused(command, "--csv writes all that is asked for: leave out --json and --limit");
    }

    @Test
    void aFileIsWrittenAsCsv() {
        assertMisused("audit --to x", "A file is written as CSV: add --csv to --to");
        assertMisused("audit --limit -1", "--limit is a number of entries, or 0 for all");
        assertMisused("export --json --to x", "A file is written as CSV: leave out --json, or");
    }

    private void assertMisused(String command, String sentence) {
        CommandRun run = CommandRun.of((command + " --url " + james.url()).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(sentence);
        assertThat(james.requests()).isEmpty();
    }

    private List<String> words(String command) {
        return List.of(
                (Path.of(System.getProperty("java.home"), "bin", "java")
                                + " -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -cp "
                                + System.getProperty("java.class.path")
                                + " "
                                + SharedMailboxes.class.getName()
                                + " "
                                + command
                                + " --url "
                                + james.url())
                        .split(" "));
    }

    private List<String> quoted(String command) {
        return words(command).stream().map(word -> "'" + word + "'").collect(Collectors.toList());
    }

    private String output(String... command) throws Exception {
        Path out = folder.resolve("out");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Whatever whoever runs the tests has set: the terminal starts a shell.
        builder.environment().putAll(Map.of("SHELL", "/bin/sh", "LC_ALL", "C.UTF-8"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(out, UTF_8);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        FakeWebAdmin.answer(exchange, 200, CSV);
    }
}
