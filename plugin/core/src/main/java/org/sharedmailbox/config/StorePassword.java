/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The password of the store's user: as the operator wrote it, or in a file, which is read each time
 * it is needed because it may be replaced. Never shown, neither by {@link #toString} nor in a
 * message.
 */
public final class StorePassword {
    /** In octets; what is longer is another file. */
    private static final int MAX_LENGTH = 4096;

    private final Optional<Path> file;
    private final String written;

    private StorePassword(Optional<Path> file, String written) {
        this.file = file;
        this.written = written;
    }

    static StorePassword of(String password) {
        return new StorePassword(Optional.empty(), password);
    }

    /**
     * Returns the password in the file of that path.
     *
     * @throws IllegalArgumentException if there is none now, with a message that says what to do
     */
    static StorePassword inFile(String path) {
        Path file = absolute(path);
        try {
            contentOf(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return new StorePassword(Optional.of(file), "");
    }

    private static Path absolute(String path) {
        try {
            Path file = Path.of(path);
            if (file.isAbsolute()) {
                return file;
            }
        } catch (InvalidPathException e) {
            // refused below, like a path that depends on where James was started
        }
        throw Settings.refused(
                StoreSettings.PASSWORD_FILE,
                path,
                "the absolute path of a file, e.g. /run/secrets/db");
    }

    /**
     * Returns what the password is now.
     *
     * @throws IOException if the file cannot be read or is no file of a password, with a message
     *     that names the file and says what to do
     */
    public String current() throws IOException {
        return file.isPresent() ? contentOf(file.get()) : written;
    }

    private static String contentOf(Path file) throws IOException {
        String content = lineOf(read(file));
        if (content.isEmpty()) {
            throw refused(file, "is empty: write the password into it");
        }
        if (content.length() > MAX_LENGTH || content.indexOf('\n') >= 0) {
            throw refused(
                    file,
                    "is not one line of at most "
                            + MAX_LENGTH
                            + " octets: write the password into it and nothing else");
        }
        return content;
    }

    private static String read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            // No more than needed: it may be a device without an end.
            return new String(content.readNBytes(MAX_LENGTH + 3), StandardCharsets.UTF_8);
        } catch (IOException | SecurityException e) {
            throw refused(
                    file, "cannot be read: create it, and let the user that runs James read it");
        }
    }

    /** Editors and echo end it with a line break, which belongs to no password. */
    private static String lineOf(String content) {
        return content.replaceFirst("\r?\n\\z", "");
    }

    /** Leaves the cause out: what the system says may differ, and the file is named already. */
    private static IOException refused(Path file, String why) {
        return new IOException(
                String.format(
                        "shared-mailboxes.properties: the file of %s, '%s', %s",
                        StoreSettings.PASSWORD_FILE, file, why));
    }

    @Override
    public String toString() {
        return file.map(path -> "in " + path).orElse("not shown");
    }
}
