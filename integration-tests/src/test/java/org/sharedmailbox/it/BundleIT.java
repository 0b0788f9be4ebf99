/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is in the two zips that an operator unpacks. */
class BundleIT {
    private static final String WEB_ADMIN = "org/sharedmailbox/webadmin/";

    /** Where the zip has what is there to be read only. */
    private static final String READ = "shared-mailboxes/";

    private static final Path BUILT = Path.of("..", "plugin", "bundle", "target");

    @Test
    void eachZipAddsOneJarAndOneConfigurationFileAndAFolderToRead() throws IOException {
        for (Path zip : List.of(zip(""), zip("-james-3.9"))) {
            Map<String, byte[]> files = files(Files.readAllBytes(zip));

            assertThat(files.keySet())
                    .contains(
                            READ + "docs/index.html",
                            READ + "LICENSE",
                            READ + "NOTICE",
                            READ + "third-party.csv",
                            READ + "licenses/h2-MPL-2.0.txt");
            assertThat(files.keySet().stream().filter(name -> !name.startsWith(READ)))
                    .hasSize(2)
                    .contains("conf/shared-mailboxes.properties")
                    .anyMatch(name -> name.matches("extensions-jars/james-shared-mailboxes-.*jar"));
        }
    }

    @Test
    void theBillOfMaterialsNamesWhatIsListedWithTheSameLicences() throws IOException {
        Map<String, byte[]> files = files(Files.readAllBytes(zip("")));
        assumeThat(files)
                .as("Maven makes no bill of materials offline: build without -o to test it")
                .containsKey(READ + "sbom.cdx.json");
        Map<String, String> listed = new TreeMap<>();
        new String(files.get(READ + "third-party.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(library -> library[1].isEmpty())
                .forEach(library -> listed.put(library[0], library[2]));

        Map<String, List<String>> named = new TreeMap<>();
        for (JsonNode component :
                new ObjectMapper().readTree(files.get(READ + "sbom.cdx.json")).get("components")) {
            if (!component.get("group").asText().equals("org.sharedmailbox")) {
                named.put(
                        component.get("group").asText() + ':' + component.get("name").asText(),
                        component.get("licenses").findValuesAsText("id"));
            }
        }

        assertThat(named.keySet()).isEqualTo(listed.keySet());
        assertThat(named)
                .allSatisfy(
                        (library, licences) ->
                                assertThat(licences).as(library).contains(listed.get(library)));
    }

    @Test
    void theJarSaysUnderWhichLicencesItIs() throws IOException {
        assertThat(
                        jar(zip("")).keySet().stream()
                                .filter(name -> name.startsWith("META-INF/"))
                                .filter(name -> !name.startsWith("META-INF/licenses/")))
                .containsExactly(
                        "META-INF/LICENSE",
                        "META-INF/MANIFEST.MF",
                        "META-INF/NOTICE",
                        "META-INF/services/java.sql.Driver",
                        "META-INF/services/"
                                + "org.sharedmailbox.shaded.flywaydb.core.extensibility.Plugin",
                        "META-INF/third-party.csv");
    }

    @Test
    void theJarHoldsOurClassesOnlyAndNoneOfJames() throws IOException {
        assertThat(classes(zip("")).keySet())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("org/sharedmailbox/"));
    }

    @Test
    void theJarForJames39KnowsNothingThatMovedToJakarta() throws IOException {
        assertThat(
                        naming(
                                zip("-james-3.9"),
                                "javax/inject/",
                                "javax/mail/",
                                "javax/activation/",
                                "javax/servlet/",
                                "javax/annotation/PreDestroy"))
                .isEmpty();
        assertThat(naming(zip("-james-3.9"), "jakarta/inject/")).isNotEmpty();
        assertThat(naming(zip("-james-3.9"), "jakarta/servlet/"))
                .anyMatch(name -> name.startsWith(WEB_ADMIN));
    }

    @Test
    void theJarForJames38KnowsNoJakarta() throws IOException {
        assertThat(naming(zip(""), "jakarta/inject/", "jakarta/mail/")).isEmpty();
        // H2's console, which nobody starts, has servlets for both.
        assertThat(naming(zip(""), "jakarta/servlet/"))
                .noneMatch(name -> name.startsWith(WEB_ADMIN));
        assertThat(naming(zip(""), "javax/inject/")).isNotEmpty();
    }

    private static Path zip(String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> zips =
                Files.newDirectoryStream(BUILT, "james-shared-mailboxes-*.zip")) {
            zips.forEach(found::add);
        }
        Predicate<Path> for39 = path -> path.toString().endsWith("-james-3.9.zip");
        return found.stream()
                .filter(suffix.isEmpty() ? for39.negate() : for39)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> naming(Path zip, String... packages) throws IOException {
        return classes(zip).entrySet().stream()
                .filter(
                        file -> {
                            String octets =
                                    new String(file.getValue(), StandardCharsets.ISO_8859_1);
                            return List.of(packages).stream().anyMatch(octets::contains);
                        })
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private static TreeMap<String, byte[]> classes(Path zip) throws IOException {
        TreeMap<String, byte[]> classes = jar(zip);
        classes.keySet().removeIf(name -> !name.endsWith(".class"));
        return classes;
    }

    private static TreeMap<String, byte[]> jar(Path zip) throws IOException {
        for (var file : files(Files.readAllBytes(zip)).entrySet()) {
            if (file.getKey().endsWith(".jar")) {
                return files(file.getValue());
            }
        }
        throw new IOException(zip + " contains no jar");
    }

    private static TreeMap<String, byte[]> files(byte[] zip) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (InputStream octets = new ByteArrayInputStream(zip);
                ZipInputStream entries = new ZipInputStream(octets)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), entries.readAllBytes());
                }
            }
        }
        return files;
    }
}
