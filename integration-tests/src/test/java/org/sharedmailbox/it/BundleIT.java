/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static final Path BUILT = Path.of("..", "plugin", "bundle", "target");

    @Test
    void eachZipAddsOneJarAndOneConfigurationFileAndNothingElse() throws IOException {
        for (Path zip : List.of(zip(""), zip("-james-3.9"))) {
            assertThat(files(Files.readAllBytes(zip)).keySet())
                    .hasSize(2)
                    .contains("conf/shared-mailboxes.properties")
                    .anyMatch(name -> name.matches("extensions-jars/james-shared-mailboxes-.*jar"));
        }
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
        TreeMap<String, byte[]> classes = new TreeMap<>();
        for (var file : files(Files.readAllBytes(zip)).entrySet()) {
            if (file.getKey().endsWith(".jar")) {
                classes.putAll(files(file.getValue()));
            }
        }
        classes.keySet().removeIf(name -> !name.endsWith(".class"));
        return classes;
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
