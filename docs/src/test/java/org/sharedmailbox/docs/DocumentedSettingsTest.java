/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting that the pages have operators write is one that is read. */
class DocumentedSettingsTest {
    private static final Path PROJECT = Path.of("..");

    /** Names all settings of the plugin, most of them behind a {@code #}. */
    private static final Path OURS =
            PROJECT.resolve("plugin/bundle/src/main/conf/shared-mailboxes.properties");

    private static final Path OF_JAMES = PROJECT.resolve("docs/sample-configuration");

    /** James's own, which the sample does without. */
    private static final Set<String> OTHERS = Set.of("cors.origin", "database.name");

    private static final Pattern SETTING =
            Pattern.compile("(?m)^(?:# ?)?([a-z]+(?:\\.[a-zA-Z]+)+) ?=");

    @ParameterizedTest
    @MethodSource("pages")
    void theyAreRead(Page page) throws IOException {
        assertThat(settings(page)).isSubsetOf(known());
    }

    /** Otherwise the test would find nothing, and be content. */
    @Test
    void thereAreSome() throws IOException {
        assertThat(pages().flatMap(page -> settings(page).stream()))
                .contains("store.url", "webadmin.hosts");
    }

    /** The file from which this test knows what is read is the one that operators are shown. */
    @Test
    void theFileThatNamesThemAllIsLinkedFromInstallation() throws IOException {
        Pages all = Pages.of(PROJECT);
        Page installation = all.at(Path.of("docs/operator/installation.md")).orElseThrow();

        assertThat(
                        installation.destinations().stream()
                                .map(written -> LinkTarget.of(all, installation, written).copied())
                                .flatMap(Optional::stream)
                                .map(PROJECT::resolve))
                .contains(OURS);
        assertThat(settings(Files.readString(OURS))).contains("store.url", "type.helpdesk.folders");
    }

    private static Set<String> settings(Page page) {
        return CodeBlock.of(page, Language.PROPERTIES)
                .flatMap(block -> settings(block.text()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> settings(String text) {
        return SETTING.matcher(text).results().map(found -> found.group(1));
    }

    private static Set<String> known() throws IOException {
        Set<String> known = new HashSet<>(OTHERS);
        for (Path file : files()) {
            settings(Files.readString(file)).forEach(known::add);
        }
        return known;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> sample = Files.list(OF_JAMES)) {
            return Stream.concat(
                            Stream.of(OURS),
                            sample.filter(file -> file.toString().endsWith(".properties")))
                    .collect(Collectors.toList());
        }
    }

    static Stream<Page> pages() throws IOException {
        return Pages.of(PROJECT).all().stream();
    }
}
