/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.store.backup.TransferRefusedException;

/** Reads secrets from where other users of the machine cannot see them. */
public final class Password {
    /** What some editors put in front of a text; it belongs to no password. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Password() {}

    /**
     * Returns the first line of the file, or the variable; empty if neither is named.
     *
     * @throws TransferRefusedException if it is not there
     */
    public static Optional<String> from(@Nullable Path file, @Nullable String variable)
            throws IOException {
        if (file != null) {
            return Optional.of(firstLine(file));
        }
        if (variable != null) {
            String value = System.getenv(variable);
            if (value == null) {
                throw new TransferRefusedException(
                        "There is no environment variable " + variable + " with the password");
            }
            return Optional.of(value);
        }
        return Optional.empty();
    }

    private static String firstLine(Path file) throws IOException {
        // It may be a pipe: <(…) of the shell.
        if (!Files.exists(file) || Files.isDirectory(file)) {
            throw new TransferRefusedException("There is no file " + file + " with the password");
        }
        String line = text(file).lines().findFirst().orElse("");
        return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new TransferRefusedException(
                    "The file " + file + " with the password is not in UTF-8: write it anew", e);
        }
    }

    /**
     * Returns what is in the file, for a header of HTTP; empty if none is named.
     *
     * @throws TransferRefusedException if headers cannot carry it; the JDK would show it
     */
    static Optional<String> forHeader(@Nullable Path file) throws IOException {
        Optional<String> secret = from(file, null).map(String::trim);
        if (secret.filter(text -> !fitsHeader(text)).isPresent()) {
            throw new TransferRefusedException(
                    "What is in "
                            + file
                            + " cannot be sent to WebAdmin: it is empty, or has characters that are"
                            + " not ASCII; write another one into it");
        }
        return secret;
    }

    static boolean fitsHeader(String secret) {
        return secret.matches("[ -~]+");
    }
}
