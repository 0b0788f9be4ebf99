/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operator's page about upgrades, and the changelog, know the tables as they are. */
class UpgradePageTest {
    private static final Path PROJECT = Path.of("..", "..");
    private static final Path SCRIPTS =
            PROJECT.resolve("plugin/core/src/main/resources/org/sharedmailbox/store/db/migration");
    private static final Pattern SCRIPT = Pattern.compile("V(\\d+)__\\w+\\.sql");

    /** Nothing is said of what was before anybody could have it. */
    private static final int FIRST_TOLD = 6;

    @Test
    void thePageSaysWhatEachVersionOfTheTablesBrings() throws IOException {
        String page = Files.readString(PROJECT.resolve("docs/operator/upgrade.md"));

        assertThat(versions())
                .filteredOn(version -> version >= FIRST_TOLD)
                .isNotEmpty()
                .allSatisfy(
                        version ->
                                assertThat(page)
                                        .containsPattern("\\*\\*(Schema )?" + version + "\\*\\*"));
    }

    @Test
    void theChangelogNamesTheNewestVersionOfTheTables() throws IOException {
        int newest = versions().stream().mapToInt(Integer::intValue).max().orElseThrow();

        assertThat(Files.readString(PROJECT.resolve("CHANGELOG.md")))
                .contains("(schema " + newest + ")");
    }

    private static List<Integer> versions() throws IOException {
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            return scripts.map(script -> SCRIPT.matcher(script.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .collect(Collectors.toList());
        }
    }
}
