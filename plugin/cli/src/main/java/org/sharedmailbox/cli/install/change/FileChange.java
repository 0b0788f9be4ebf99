/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file, and what is to be in it. Immutable; nobody changes the octets. */
public final class FileChange {
    private final Path file;
    private final String name;
    private final byte @Nullable [] before;
    private final byte @Nullable [] after;
    private final byte @Nullable [] original;

    private FileChange(
            Path file,
            String name,
            byte @Nullable [] before,
            byte @Nullable [] after,
            byte @Nullable [] original) {
        this.file = file;
        this.name = name;
        this.before = before;
        this.after = after;
        this.original = original;
    }

    /**
     * @param name how it is called in messages
     * @param original what it was before the plugin was installed
     */
    static FileChange change(Path file, String name, byte[] before, byte[] after, byte[] original) {
        return new FileChange(file, name, before, after, original);
    }

    static FileChange create(Path file, String name, byte[] after) {
        return new FileChange(file, name, null, after, null);
    }

    /** Of a change back to what it was there is no backup. */
    static FileChange uninstall(Path file, String name, byte[] before, byte[] after) {
        return new FileChange(file, name, before, after, null);
    }

    static FileChange delete(Path file, String name, byte[] before) {
        return new FileChange(file, name, before, null, null);
    }

    Path file() {
        return file;
    }

    public String name() {
        return name;
    }

    /** Returns what is in it; empty if it is to be made. */
    Optional<byte[]> before() {
        return Optional.ofNullable(before);
    }

    /** Returns what is to be in it; empty if it is to be removed. */
    Optional<byte[]> after() {
        return Optional.ofNullable(after);
    }

    /** Returns what it was before the plugin was installed; empty if there is to be no backup. */
    Optional<byte[]> original() {
        return Optional.ofNullable(original);
    }

    /** Returns what happens to it, for scripts. */
    public String action() {
        return before == null ? "made" : after == null ? "removed" : "changed";
    }
}
