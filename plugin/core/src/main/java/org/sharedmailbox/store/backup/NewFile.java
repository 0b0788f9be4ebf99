/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** A file that is there only once it is whole, and replaces none. Its owner alone can read it. */
public final class NewFile {
    private NewFile() {}

    /**
     * @throws TransferRefusedException if there is a file of that name
     */
    public static void write(Path file, Content content) throws IOException, SQLException {
        writeChecked(file, content, part -> {});
    }

    /**
     * Writes one that must pass a check before it has its name.
     *
     * @throws TransferRefusedException if there is a file of that name, or no folder for it
     */
    public static void writeChecked(Path file, Content content, Check check)
            throws IOException, SQLException {
        if (Files.exists(file)) {
            throw exists(file);
        }
        Path part = newPart(file);
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            check.look(part);
            giveName(part, file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Its name is nobody else's, and its owner alone can read it. */
    private static Path newPart(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new TransferRefusedException(
                    "There is no folder for a file " + file + ": make it, or name another");
        }
        return Files.createTempFile(folder, absolute.getFileName() + ".", ".part");
    }

    /** Two who write at once cannot both have the name: a link is made only where nothing is. */
    private static void giveName(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // There are file systems without links.
            Files.move(part, file);
        }
    }

    private static TransferRefusedException exists(Path file) {
        return new TransferRefusedException(
                "There is a file "
                        + file
                        + " already, and nothing in it was changed: name another");
    }

    /** Looks at a file, and throws what is wrong with it. */
    public interface Check {
        void look(Path file) throws IOException, SQLException;
    }

    /** Writes what is to be in the file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }
}
