/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A whole file beside its place, which is on the disk before it is moved there. */
final class PartFile {
    private static final String UNFINISHED = ".for-shared-mailboxes.part";

    private PartFile() {}

    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /** Writes it with the owner and the permissions that the file has. */
    static void writeLike(Path file, byte[] octets) throws IOException {
        Path part = copy(file);
        Ownership.of(file).require(part);
        write(part, octets, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Writes one that is new, for whoever reads the folder. */
    static void writeNew(Path file, byte[] octets) throws IOException {
        Path part = of(file);
        // What is there under that name may be a link that somebody has put there.
        Files.deleteIfExists(part);
        write(part, octets, StandardOpenOption.CREATE_NEW);
        Ownership.ofFolderOf(file).giveTo(part);
    }

    /** Copies a file as it is. */
    static Path copy(Path file) throws IOException {
        Path part = of(file);
        Files.deleteIfExists(part);
        Files.copy(file, part, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        return part;
    }

    /** Removes what is not needed any more; the next one is written over what cannot be removed. */
    static void discard(Path file) {
        try {
            Files.deleteIfExists(of(file));
        } catch (IOException e) {
            // All that was to be done is done.
        }
    }

    static void put(Path file) throws IOException {
        Files.move(of(file), file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until a file is on the disk. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Waits until the names in a folder are on the disk, where the file system offers it. */
    static void forceFolder(Path folder) {
        try {
            force(folder);
        } catch (IOException e) {
            // Windows opens no folder. The files are on the disk, and in their places.
        }
    }

    private static void write(Path part, byte[] octets, StandardOpenOption how) throws IOException {
        try (FileChannel channel =
                FileChannel.open(part, how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer left = ByteBuffer.wrap(octets);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }
}
