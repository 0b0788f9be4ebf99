/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command line that the pages have readers type is understood. */
class DocumentedCommandsTest {
    private static final Path PROJECT = Path.of("..", "..");

    /** The arguments, to where the shell goes on with something else. */
    private static final Pattern COMMAND =
            Pattern.compile(
                    "(?m)(?:java -jar (?:\\S*james-shared-mailboxes\\S*\\.jar|\\$jar)"
                            + "|^ *(?:\\$ )?shared-mailboxes)"
                            + "((?: +(?:'[^'\\n]*'|\"[^\"\\n]*\"|[^ \\n`|;<>&#()'\"]+))+)");

    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^ '\"]+)");

    @ParameterizedTest
    @MethodSource("commands")
    void itIsUnderstood(String command) {
        assertThatCode(() -> SharedMailboxes.commands().parseArgs(arguments(command)))
                .doesNotThrowAnyException();
    }

    /** Otherwise the test would find nothing, and be content. */
    @Test
    void thereAreSome() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(30);
    }

    static Stream<String> commands() throws IOException {
        return COMMAND.matcher(pages()).results().map(found -> found.group(1).strip());
    }

    private static String[] arguments(String command) {
        return ARGUMENT.matcher(command)
                .results()
                .map(DocumentedCommandsTest::unquoted)
                .toArray(String[]::new);
    }

    private static String unquoted(MatchResult argument) {
        return Stream.of(1, 2, 3)
                .map(argument::group)
                .filter(text -> text != null)
                .findFirst()
                .orElse("");
    }

    /** Returns all their text, with lines that go on in the next one in one. */
    private static String pages() throws IOException {
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            List<Path> files =
                    Stream.concat(Stream.of(PROJECT.resolve("README.md")), docs)
                            .filter(file -> file.toString().endsWith(".md"))
                            .filter(file -> !file.startsWith(PROJECT.resolve("docs/target")))
                            .filter(file -> !file.startsWith(PROJECT.resolve("docs/adr")))
                            .collect(Collectors.toList());
            StringBuilder all = new StringBuilder();
            for (Path file : files) {
                all.append(Files.readString(file).replaceAll("\\\\\n *", "")).append("\n");
            }
            return all.toString();
        }
    }
}
