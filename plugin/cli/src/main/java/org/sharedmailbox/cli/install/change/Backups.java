/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Copies of files as they were, beside them. */
public final class Backups {
    private static final String ENDING = ".before-shared-mailboxes";

    private Backups() {}

    /** Returns those of a file. */
    static List<Path> of(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        String beginning = file.getFileName() + ENDING;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(other -> String.valueOf(other.getFileName()).startsWith(beginning))
                    .sorted()
                    .collect(Collectors.toUnmodifiableList());
        }
    }

    /** Returns where a file is to be copied before a change; empty if that is not needed. */
    static Optional<Path> wanted(FileChange change) throws IOException {
        Optional<byte[]> original = change.original();
        if (original.isEmpty() || equalTo(original.get(), change.file()).isPresent()) {
            return Optional.empty();
        }
        int number = 1;
        while (Files.exists(numbered(change.file(), number))) {
            number++;
        }
        return Optional.of(numbered(change.file(), number));
    }

    /** Returns the backup of a file that has exactly these octets. */
    static Optional<Path> equalTo(byte[] octets, Path file) throws IOException {
        for (Path backup : of(file)) {
            if (Arrays.equals(Files.readAllBytes(backup), octets)) {
                return Optional.of(backup);
            }
        }
        return Optional.empty();
    }

    private static Path numbered(Path file, int number) {
        return file.resolveSibling(file.getFileName() + ENDING + (number == 1 ? "" : "." + number));
    }
}
