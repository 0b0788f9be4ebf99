/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each library in our jar is listed with a licence that a product under the Apache License may
 * contain (https://www.apache.org/legal/resolved.html), and with the text of that licence.
 */
class LicencesTest {
    private static final Path META_INF = Path.of("src/main/resources/META-INF");

    /** By SPDX identifier; no licence of category X, such as GPL and LGPL, is ever to be here. */
    private static final Map<String, String> CATEGORIES =
            Map.of(
                    "Apache-2.0", "A",
                    "BSD-2-Clause", "A",
                    "BSD-3-Clause", "A",
                    "MIT", "A",
                    // In binary form only, and with a notice that says where the source is.
                    "MPL-2.0", "B");

    /** Files of libraries that the build leaves out, merges, or has under one name only. */
    private static final Set<String> SETTLED =
            Set.of("META-INF/MANIFEST.MF", "META-INF/LICENSE", "META-INF/services/java.sql.Driver");

    @Test
    void everyLibraryInTheJarIsListed() throws IOException {
        assertThat(
                        ThirdParty.listed().stream()
                                .filter(ThirdParty::isBundledItself)
                                .map(ThirdParty::artifact))
                .containsExactlyInAnyOrderElementsOf(BundledArtifacts.jars().keySet());
    }

    @Test
    void everyLicenceMayBeContained() throws IOException {
        assertThat(ThirdParty.listed())
                .allSatisfy(
                        library ->
                                assertThat(CATEGORIES.get(library.licence()))
                                        .as(library.artifact())
                                        .isEqualTo(library.category()));
    }

    @Test
    void theTextOfEveryLicenceIsThereAndNoOther() throws IOException {
        Set<String> texts =
                ThirdParty.listed().stream().map(ThirdParty::text).collect(Collectors.toSet());

        try (var files = Files.list(META_INF.resolve("licenses"))) {
            assertThat(files.map(file -> "licenses/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            texts.stream()
                                    .filter(text -> !text.equals("LICENSE"))
                                    .collect(Collectors.toList()));
        }
        assertThat(ThirdParty.listed())
                .filteredOn(library -> library.text().equals("LICENSE"))
                .extracting(ThirdParty::licence)
                .containsOnly("Apache-2.0");
    }

    @Test
    void theNoticeSaysWhereTheSourceIsOfWhatHasToSaySo() throws IOException {
        assertThat(ThirdParty.listed())
                .filteredOn(library -> library.category().equals("B"))
                .isNotEmpty()
                .allSatisfy(
                        library ->
                                assertThat(Files.readString(META_INF.resolve("NOTICE")))
                                        .contains(library.source(), library.artifact()));
    }

    @Test
    void noLibraryBringsANoticeThatHasToBePassedOn() throws IOException {
        for (Path jar : BundledArtifacts.jars().values()) {
            assertThat(BundledArtifacts.resources(jar))
                    .as("%s: add what its notice says to META-INF/NOTICE", jar)
                    .noneMatch(name -> name.matches("(?i)(META-INF/)?NOTICE.*"));
        }
    }

    @Test
    void noFileOfOneLibraryTakesThePlaceOfAnothers() throws IOException {
        Map<String, List<Path>> holders = new TreeMap<>();
        for (Path jar : BundledArtifacts.jars().values()) {
            for (String name : BundledArtifacts.resources(jar)) {
                if (!name.startsWith("META-INF/maven/")) {
                    holders.computeIfAbsent(name, any -> new ArrayList<>()).add(jar);
                }
            }
        }
        holders.keySet().removeAll(SETTLED);
        holders.values().removeIf(jars -> jars.size() == 1);

        assertThat(holders).isEmpty();
    }
}
