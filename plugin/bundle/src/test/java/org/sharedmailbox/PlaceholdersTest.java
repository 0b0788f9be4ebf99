/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page has a gap that somebody was to fill in later, such as the result of a measurement. */
class PlaceholdersTest {
    private static final Path PROJECT = Path.of("..", "..");
    private static final Pattern PLACEHOLDER = Pattern.compile("@[A-Z]+@");

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsLeftToBeFilledIn(Path page) throws IOException {
        assertThat(PLACEHOLDER.matcher(Files.readString(page)).results().map(MatchResult::group))
                .isEmpty();
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"));
                Stream<Path> others = Files.list(PROJECT)) {
            return Stream.concat(docs, others)
                    .filter(file -> file.toString().endsWith(".md"))
                    .collect(Collectors.toList());
        }
    }
}
