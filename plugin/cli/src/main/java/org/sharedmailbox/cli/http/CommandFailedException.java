/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a command that has not done what it was asked to. The message is written for whoever
 * has typed it, and says what to do.
 */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final @Nullable String answer;

    private CommandFailedException(
            int exitCode, String message, @Nullable String answer, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.answer = answer;
    }

    /** It was refused, here or by WebAdmin. */
    public static CommandFailedException refused(String message) {
        return new CommandFailedException(1, message, null, null);
    }

    /** WebAdmin has refused it with this JSON. */
    public static CommandFailedException refused(String message, String answer) {
        return new CommandFailedException(1, message, answer, null);
    }

    /** It cannot be understood, or something has to be said too. */
    public static CommandFailedException misused(String message) {
        return new CommandFailedException(2, message, null, null);
    }

    /** There is no WebAdmin, or it has not answered to the end. */
    static CommandFailedException unreachable(String message, Throwable cause) {
        return new CommandFailedException(3, message, null, cause);
    }

    /** Returns the same, with a sentence in front that says why WebAdmin was asked. */
    public CommandFailedException because(String sentence) {
        return new CommandFailedException(exitCode, sentence + getMessage(), answer, this);
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }

    /** The JSON that WebAdmin has refused it with; empty if it was not WebAdmin. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }
}
