/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sharedmailbox.cli.install.text.RefusedException;

/** Who owns a file and who may use it, where the system knows that. Immutable. */
final class Ownership {
    private final Path file;
    private final Optional<PosixFileAttributes> attributes;

    private Ownership(Path file, Optional<PosixFileAttributes> attributes) {
        this.file = file;
        this.attributes = attributes;
    }

    static Ownership of(Path file) throws IOException {
        return new Ownership(file, attributes(file));
    }

    static Ownership ofFolderOf(Path file) throws IOException {
        return of(Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file));
    }

    /** Gives the same to another, as far as this user may; a file is no program. */
    void giveTo(Path other) throws IOException {
        if (attributes.isEmpty()) {
            return;
        }
        PosixFileAttributes same = attributes.get();
        PosixFileAttributeView view =
                Files.getFileAttributeView(other, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = EnumSet.copyOf(same.permissions());
        if (!Files.isDirectory(other)) {
            permissions.removeIf(one -> one.name().endsWith("_EXECUTE"));
        }
        view.setPermissions(permissions);
        try {
            view.setGroup(same.group());
            view.setOwner(same.owner());
        } catch (FileSystemException e) {
            // Who is not root keeps it.
            return;
        }
    }

    /** A file that James could not read any more would be worse than none that is changed. */
    void require(Path other) throws IOException {
        Optional<PosixFileAttributes> others = attributes(other);
        if (attributes.isPresent() && others.isPresent() && !isSame(others.get())) {
            throw new RefusedException(
                    "Nothing is changed: run this as "
                            + attributes.get().owner().getName()
                            + ", who owns "
                            + file
                            + ", and as a member of its group "
                            + attributes.get().group().getName());
        }
    }

    private boolean isSame(PosixFileAttributes others) {
        return attributes
                .filter(
                        mine ->
                                mine.owner().equals(others.owner())
                                        && mine.group().equals(others.group())
                                        && mine.permissions().equals(others.permissions()))
                .isPresent();
    }

    private static Optional<PosixFileAttributes> attributes(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Optional.empty() : Optional.of(view.readAttributes());
    }
}
