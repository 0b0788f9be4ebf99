/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The libraries whose classes go into our jar, as Maven has resolved them for this build. */
final class BundledArtifacts {
    private static final Pattern LINE =
            Pattern.compile(
                    "^ +([\\w.-]+:[\\w.-]+):jar:[^:\\s]+:(?:compile|runtime):(\\S+?\\.jar)",
                    Pattern.MULTILINE);

    private BundledArtifacts() {}

    /** Returns their jars by {@code group:artifact}. */
    static Map<String, Path> jars() throws IOException {
        String resolved = Files.readString(Path.of(System.getProperty("bundled.artifacts")));
        return LINE.matcher(resolved)
                .results()
                .collect(
                        Collectors.toMap(
                                found -> found.group(1),
                                found -> Path.of(found.group(2)),
                                (one, other) -> one,
                                TreeMap::new));
    }

    /** Returns the names of all files in that jar that are no classes. */
    static List<String> resources(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !name.endsWith(".class"))
                    .collect(Collectors.toList());
        }
    }
}
