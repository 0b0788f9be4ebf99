/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import org.sharedmailbox.cli.install.text.RefusedException;

/** Finds out beforehand whether a file can be changed. */
final class Writable {
    private Writable() {}

    /**
     * @throws RefusedException if it is to be left as it is, also for a user who may do all
     */
    static void require(FileChange change) throws IOException {
        Path folder = change.file().toAbsolutePath().getParent();
        if (change.before().isPresent()) {
            require(change.file(), change.name());
        }
        if (folder != null && Files.exists(folder)) {
            require(folder, "the folder of " + change.name());
        }
    }

    private static void require(Path file, String name) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        boolean isReadOnly =
                view != null
                        && view.readAttributes().permissions().stream()
                                .noneMatch(Writable::isToWrite);
        if (isReadOnly || !Files.isWritable(file)) {
            throw new RefusedException(
                    "Nothing is changed: "
                            + name
                            + " is read-only for this user; run this as the user who owns it, or"
                            + " allow writing");
        }
    }

    private static boolean isToWrite(PosixFilePermission permission) {
        return permission == PosixFilePermission.OWNER_WRITE
                || permission == PosixFilePermission.GROUP_WRITE
                || permission == PosixFilePermission.OTHERS_WRITE;
    }
}
