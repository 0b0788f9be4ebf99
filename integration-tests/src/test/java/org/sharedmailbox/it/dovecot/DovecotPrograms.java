/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.dovecot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of Dovecot is installed on this machine. */
public final class DovecotPrograms {
    static final Path MASTER = Path.of("/usr/sbin/dovecot");

    private static final Path IMAP = Path.of("/usr/lib/dovecot/imap");

    /** 2.4 has another configuration. */
    private static final String VERSION = "2.3.";

    /** The name of a Unix socket has 107 octets at most, and Dovecot's are below the directory. */
    private static final int MAX_DIRECTORY = 75;

    private DovecotPrograms() {}

    /** Returns why no Dovecot can be started in this directory, as a sentence; empty if one can. */
    public static Optional<String> whyNotIn(Path directory) {
        try {
            return Optional.ofNullable(obstacle(directory.toAbsolutePath()))
                    .map(obstacle -> "Not measured beside Dovecot: " + obstacle + ".");
        } catch (IOException e) {
            return Optional.of("Not measured beside Dovecot: " + e + ".");
        }
    }

    private static @Nullable String obstacle(Path directory) throws IOException {
        if (!Files.isExecutable(MASTER) || !Files.isExecutable(IMAP)) {
            return "it is not installed (apt-get install dovecot-core dovecot-imapd)";
        }
        String version = version();
        if (!version.startsWith(VERSION)) {
            return "this is written for version " + VERSION + "x, and installed is " + version;
        }
        if (directory.toString().length() > MAX_DIRECTORY) {
            return directory + " is too long for the names of its sockets";
        }
        Path build = Path.of("").toAbsolutePath();
        return Account.ofBuild(build).isAnother() ? closedTo(build) : null;
    }

    /** An account that is neither root nor of the build has to reach the directory. */
    private static @Nullable String closedTo(Path build) throws IOException {
        for (Path above = build; above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above)
                    .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return "root's build starts it as another user, who cannot enter " + above;
            }
        }
        return null;
    }

    /** The version that is installed. */
    public static String version() throws IOException {
        Process asked = new ProcessBuilder(MASTER.toString(), "--version").start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
