/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes changes, each in one step, by moving a finished file to its place. If one fails, those
 * before it are undone.
 */
public final class ChangeWriter {
    private final UndoSteps undo = new UndoSteps();
    private final Map<String, Path> backups = new LinkedHashMap<>();

    private final Set<Path> folders = new LinkedHashSet<>();

    private ChangeWriter() {}

    /**
     * Writes them all, or none.
     *
     * @return the backup of each file that has got one, by the file's name
     */
    public static Map<String, Path> write(List<FileChange> changes) throws IOException {
        return write(changes, PartFile::forceFolder);
    }

    /**
     * @param force waits until what has changed in a folder is on the disk
     */
    static Map<String, Path> write(List<FileChange> changes, Consumer<Path> force)
            throws IOException {
        for (FileChange change : changes) {
            Writable.require(change);
        }
        ChangeWriter writer = new ChangeWriter();
        writer.writeAll(changes);
        writer.folders.forEach(force);
        return writer.backups;
    }

    private void writeAll(List<FileChange> changes) throws IOException {
        try {
            for (FileChange change : changes) {
                finish(change);
            }
            for (FileChange change : changes) {
                backUp(change);
            }
            for (FileChange change : changes) {
                put(change);
            }
        } catch (IOException | RuntimeException e) {
            undo.undo(e);
            throw e;
        }
        for (FileChange change : changes) {
            PartFile.discard(change.file());
        }
    }

    /** Writes the whole file beside its place; of one that is to go, what brings it back. */
    private void finish(FileChange change) throws IOException {
        Path file = change.file();
        Path folder = folderOf(file);
        folders.add(folder);
        if (!Files.exists(folder)) {
            folders.add(folderOf(folder));
            Files.createDirectory(folder);
            undo.push(folder.toString(), () -> Files.deleteIfExists(folder));
            Ownership.ofFolderOf(folder).giveTo(folder);
        }
        Path part = PartFile.of(file);
        undo.push(part.toString(), () -> Files.deleteIfExists(part));
        if (change.after().isEmpty()) {
            PartFile.copy(file);
        } else if (change.before().isPresent()) {
            PartFile.writeLike(file, change.after().get());
        } else {
            PartFile.writeNew(file, change.after().get());
        }
    }

    /** Returns where it is; a file of James is in some folder. */
    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private void backUp(FileChange change) throws IOException {
        Optional<Path> wanted = Backups.wanted(change);
        if (wanted.isPresent()) {
            Path backup = wanted.get();
            undo.pushIfUndone(backup.toString(), () -> Files.deleteIfExists(backup));
            Files.copy(change.file(), backup, StandardCopyOption.COPY_ATTRIBUTES);
            PartFile.force(backup);
            backups.put(change.name(), backup);
        }
    }

    private void put(FileChange change) throws IOException {
        Path file = change.file();
        Optional<byte[]> before = change.before();
        if (change.after().isEmpty()) {
            Files.delete(file);
            undo.push(change.name(), () -> PartFile.put(file));
            return;
        }
        PartFile.put(file);
        undo.push(
                change.name(),
                before.isPresent()
                        ? () -> {
                            PartFile.writeLike(file, before.get());
                            PartFile.put(file);
                        }
                        : () -> Files.deleteIfExists(file));
    }
}
