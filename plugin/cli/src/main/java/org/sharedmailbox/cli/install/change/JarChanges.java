/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sharedmailbox.cli.install.folder.ExtensionJars;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.JamesVersion;
import org.sharedmailbox.cli.install.text.RefusedException;

/**
 * Puts the jar that is running where James looks for extensions, unless it has been put there by
 * hand. What install has put there is noted beside the configuration, and nothing else is taken
 * away by uninstall.
 */
final class JarChanges {
    private static final String RECORD = "shared-mailboxes.installed";

    private JarChanges() {}

    static List<FileChange> toInstall(InstalledJames james) throws IOException {
        Optional<Path> running = ExtensionJars.running();
        if (running.isEmpty()) {
            return List.of();
        }
        Path jar = running.get();
        List<Path> there = ExtensionJars.in(james.folder());
        boolean isInPlace = there.size() == 1 && isSame(there.get(0), jar);
        if (!isInPlace && !there.isEmpty()) {
            throw new RefusedException(
                    String.format(
                            "%s has %s already, which is another version: take it out first, and"
                                    + " see Upgrade in docs/operator/installation.md",
                            ExtensionJars.FOLDER,
                            there.stream()
                                    .map(file -> String.valueOf(file.getFileName()))
                                    .collect(Collectors.joining(" and "))));
        }
        refuseOtherVersion(jar, james);
        if (isInPlace) {
            return List.of();
        }
        Path folder = james.folder().resolve(ExtensionJars.FOLDER);
        Path target = folder.resolve(String.valueOf(jar.getFileName()));
        String record =
                james.shortName(target)
                        + "\n"
                        + (Files.exists(folder) ? "" : ExtensionJars.FOLDER + "\n");
        Path recordFile = james.configurationFile(RECORD);
        return List.of(
                FileChange.create(target, james.shortName(target), Files.readAllBytes(jar)),
                FileChange.create(
                        recordFile,
                        james.shortName(recordFile),
                        record.getBytes(StandardCharsets.UTF_8)));
    }

    static List<FileChange> toUninstall(InstalledJames james) throws IOException {
        Path recordFile = james.configurationFile(RECORD);
        if (!Files.exists(recordFile)) {
            return List.of();
        }
        List<FileChange> changes = new ArrayList<>();
        List<String> recorded = Files.readAllLines(recordFile);
        for (Path jar : ExtensionJars.in(james.folder())) {
            if (recorded.contains(james.shortName(jar))) {
                changes.add(FileChange.delete(jar, james.shortName(jar), Files.readAllBytes(jar)));
            }
        }
        changes.add(
                FileChange.delete(
                        recordFile, james.shortName(recordFile), Files.readAllBytes(recordFile)));
        return changes;
    }

    /** Returns whether a folder was made by install, so that it goes with what was in it. */
    static boolean isRecorded(String folder, byte[] record) {
        return new String(record, StandardCharsets.UTF_8).lines().anyMatch(folder::equals);
    }

    static boolean isRecord(FileChange change) {
        return change.file().endsWith(RECORD);
    }

    private static void refuseOtherVersion(Path jar, InstalledJames james) throws IOException {
        JamesVersion version = ExtensionJars.madeFor(jar).orElse(james.version());
        if (version != james.version()) {
            throw new RefusedException(
                    String.format(
                            "This jar is for James %s, and %s is James %s: take the jar from the"
                                    + " other zip",
                            version, james.folder(), james.version()));
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.isSameFile(one, other)
                || Arrays.equals(Files.readAllBytes(one), Files.readAllBytes(other));
    }
}
