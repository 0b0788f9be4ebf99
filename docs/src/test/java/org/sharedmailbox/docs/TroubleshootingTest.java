/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages that the page explains are those of the plugin. */
class TroubleshootingTest {
    private static final Path PROJECT = Path.of("..");
    private static final Path PAGE = PROJECT.resolve("docs/operator/troubleshooting.md");
    private static final List<String> MODULES = List.of("plugin", "mailets", "webadmin-routes");

    /** The first column, where it is code. */
    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    /** A text that goes on in the next line of a program. */
    private static final Pattern CONTINUED = Pattern.compile("\"\\s*\\+\\s*\"");

    @ParameterizedTest
    @MethodSource("messages")
    void thePluginSaysThis(String message) throws IOException {
        String said = sources();

        assertThat(Arrays.stream(message.split("…", -1)).map(String::strip))
                .allSatisfy(part -> assertThat(said.contains(part)).as(part).isTrue());
    }

    /** Otherwise the test would find nothing, and be content. */
    @Test
    void thereAreSome() throws IOException {
        assertThat(messages()).hasSizeGreaterThan(20);
    }

    static Stream<String> messages() throws IOException {
        return MESSAGE
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toList())
                .stream();
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : MODULES) {
            for (Path folder : sourceFolders(PROJECT.resolve(module))) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file :
                            (Iterable<Path>)
                                    files.filter(one -> one.toString().endsWith(".java"))
                                            ::iterator) {
                        all.append(Files.readString(file));
                    }
                }
            }
        }
        return CONTINUED.matcher(all).replaceAll("");
    }

    /** Of a module, or of those in it; nothing else is walked, where files come and go. */
    private static List<Path> sourceFolders(Path module) throws IOException {
        try (Stream<Path> below = Files.list(module)) {
            return Stream.concat(Stream.of(module), below)
                    .map(one -> one.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .collect(Collectors.toList());
        }
    }
}
