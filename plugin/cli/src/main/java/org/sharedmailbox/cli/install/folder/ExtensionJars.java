/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.folder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sharedmailbox.cli.install.part.JamesVersion;

/** The plugin's jars in the folder from which James loads extensions. */
public final class ExtensionJars {
    public static final String FOLDER = "extensions-jars";

    private static final String NAME = "james-shared-mailboxes-.*\\.jar";

    /** A class that names an annotation which the build renames in the jar for James 3.9. */
    private static final String CLASS = "org/sharedmailbox/config/InstallationCheck.class";

    private ExtensionJars() {}

    public static List<Path> in(Path james) throws IOException {
        Path folder = james.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ExtensionJars::isOurs)
                    .sorted()
                    .collect(Collectors.toUnmodifiableList());
        }
    }

    /** Returns the jar whose code this is; empty where it is run from classes. */
    public static Optional<Path> running() throws IOException {
        CodeSource source = ExtensionJars.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()))
                            .filter(ExtensionJars::isOurs);
        } catch (URISyntaxException e) {
            throw new IOException("It cannot be told where the jar is: " + e.getMessage(), e);
        }
    }

    /** Returns the James that a jar is for; empty if it is none of the plugin's, or damaged. */
    public static Optional<JamesVersion> madeFor(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(CLASS);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream octets = zip.getInputStream(entry)) {
                return Optional.of(
                        VersionOfJames.of(
                                new String(octets.readAllBytes(), StandardCharsets.ISO_8859_1)));
            }
        } catch (ZipException | EOFException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(Path file) {
        return Files.isRegularFile(file) && String.valueOf(file.getFileName()).matches(NAME);
    }
}
