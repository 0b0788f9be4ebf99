/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.folder.ExtensionJars;
import org.sharedmailbox.cli.install.folder.InstalledJames;

/** Tidies up after an uninstallation: backups that are as the files are again, an empty folder. */
public final class Remains {
    private Remains() {}

    /**
     * Removes what nobody needs any more.
     *
     * @return the backups that are kept, because the files differ from them
     */
    public static List<Path> remove(InstalledJames james, List<FileChange> changes)
            throws IOException {
        List<Path> kept = new ArrayList<>();
        for (FileChange change : changes) {
            Optional<byte[]> after = change.after();
            if (after.isPresent()) {
                Optional<Path> same = Backups.equalTo(after.get(), change.file());
                if (same.isPresent()) {
                    Files.delete(same.get());
                }
                kept.addAll(Backups.of(change.file()));
            } else if (JarChanges.isRecord(change)) {
                removeFolder(james, change.before().orElseThrow());
            }
        }
        return kept;
    }

    private static void removeFolder(InstalledJames james, byte[] record) throws IOException {
        Path folder = james.folder().resolve(ExtensionJars.FOLDER);
        if (!JarChanges.isRecorded(ExtensionJars.FOLDER, record) || !Files.isDirectory(folder)) {
            return;
        }
        boolean isEmpty;
        try (Stream<Path> files = Files.list(folder)) {
            isEmpty = files.findAny().isEmpty();
        }
        if (isEmpty) {
            Files.delete(folder);
        }
    }
}
