/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The zip of the plugin, as the build leaves it. */
final class PluginZip {
    private static final Path BUNDLE = Path.of("..", "plugin", "bundle", "target");

    private final Path file;

    private PluginZip(Path file) {
        this.file = file;
    }

    /** The one for the James that the tests run on. */
    static PluginZip ofTests() throws IOException {
        return new PluginZip(onlyIn(Installation.fromBuild("stockJames.plugin"), ".zip"));
    }

    /** The one for James 3.9. */
    static PluginZip ofJakarta() throws IOException {
        return new PluginZip(onlyIn(BUNDLE, "-james-3.9.zip"));
    }

    private static Path onlyIn(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> zips =
                    files.filter(path -> path.toString().endsWith(ending))
                            .collect(Collectors.toList());
            if (zips.size() != 1) {
                throw new IllegalStateException("The build should leave one zip, not " + zips);
            }
            return zips.get(0);
        }
    }

    /** Unpacks it into James's working directory, as an operator does: settings stay theirs. */
    void unpackInto(Path directory) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IllegalStateException("The zip writes outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.copy(zip, target);
                }
            }
        }
    }
}
