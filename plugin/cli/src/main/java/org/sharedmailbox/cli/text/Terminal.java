/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.text;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whoever sits at the keyboard, if somebody does. */
public interface Terminal {
    /** Returns the one of this process; there is none in a pipe, or under cron. */
    static Optional<Terminal> ofProcess() {
        return Optional.ofNullable(System.console()).map(Terminal::of);
    }

    /**
     * Whether standard output is shown to somebody, rather than kept or read by a program. Standard
     * input may be something else, of which Java tells nothing: Linux does.
     */
    static boolean showsOutput() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1"))
                    .toString()
                    .matches("/dev/(pts/|tty|console).*");
        } catch (IOException | UnsupportedOperationException e) {
            return ofProcess().isPresent();
        }
    }

    private static Terminal of(Console console) {
        return question -> {
            String answer = console.readLine("%s [y/N] ", question);
            return answer != null && answer.strip().matches("(?i)y|yes");
        };
    }

    /** Returns whether the answer is yes. */
    boolean agreesTo(String question);
}
