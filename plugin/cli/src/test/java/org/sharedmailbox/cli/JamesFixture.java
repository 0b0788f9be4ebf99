/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The folder of a James that is configured as one of the flavours is: they are the sample
 * configurations of James 3.8.1 and 3.9.0 ({@code server/apps/…-app/sample-configuration}) in
 * short, each with the files that an installation reads. {@code whole-memory-3.8} has all files of
 * its flavour, and a James is started with it in the integration tests. {@code extended} and {@code
 * terse} are what administrators make of them.
 */
final class JamesFixture {
    private static final Path FLAVOURS = Path.of("src", "test", "resources", "james");

    private final Path folder;
    private final String version;

    private JamesFixture(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /**
     * Lays one out, with a jar like the plugin's in its place.
     *
     * @param flavour its name, which ends in the version
     */
    static JamesFixture of(String flavour, Path folder) throws IOException {
        Path source = FLAVOURS.resolve(flavour);
        for (Path file : files(source)) {
            Path target = folder.resolve(source.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        Files.createDirectories(folder.resolve("extensions-jars"));
        String version = flavour.substring(flavour.length() - 3);
        Files.write(folder.resolve("extensions-jars/james-shared-mailboxes-0.0.jar"), jar(version));
        return new JamesFixture(folder, version);
    }

    /** Returns a jar which has the class that shows for which James it is. */
    private static byte[] jar(String version) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.putNextEntry(new ZipEntry("org/sharedmailbox/config/InstallationCheck.class"));
            String inject = version.equals("3.8") ? "javax/inject/Inject" : "jakarta/inject/Inject";
            zip.write(inject.getBytes(StandardCharsets.ISO_8859_1));
        }
        return octets.toByteArray();
    }

    /** Ends all lines as Windows does. */
    JamesFixture withCarriageReturns() throws IOException {
        for (Path file : files(folder.resolve("conf"))) {
            Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        }
        return this;
    }

    JamesFixture with(String file, String text) throws IOException {
        Files.writeString(file(file), text);
        return this;
    }

    JamesFixture replacing(String file, String text, String replacement) throws IOException {
        String content = read(file);
        if (!content.contains(text)) {
            throw new IllegalArgumentException(file + " has no " + text);
        }
        return with(file, content.replace(text, replacement));
    }

    String read(String file) throws IOException {
        return Files.readString(file(file));
    }

    Path file(String name) {
        return folder.resolve("conf").resolve(name);
    }

    Path folder() {
        return folder;
    }

    CommandRun run(String command, String... options) {
        List<String> all = new ArrayList<>(List.of(command, folder.toString()));
        all.addAll(List.of("--james-version", version));
        all.addAll(List.of(options));
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** Runs a check for which it is all right that the test's folder will not be kept. */
    CommandRun check(String... options) {
        List<String> all = new ArrayList<>(List.of("--accept", "store.not-kept"));
        all.addAll(List.of(options));
        return run("check", all.toArray(String[]::new));
    }

    /** Returns all files with all their octets. */
    TreeMap<String, String> snapshot() throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        for (Path file : files(folder)) {
            all.put(
                    folder.relativize(file).toString(),
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }
}
