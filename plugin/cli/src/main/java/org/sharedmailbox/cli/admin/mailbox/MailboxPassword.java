/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.Password;
import org.sharedmailbox.store.backup.TransferRefusedException;
import picocli.CommandLine.Option;

/** The password of a mailbox itself. */
final class MailboxPassword {
    @Option(
            names = "--mailbox-password-file",
            paramLabel = "FILE",
            description = "File with the password by which one can sign in as the mailbox itself.")
    private @Nullable Path file;

    @Option(
            names = "--mailbox-password-env",
            paramLabel = "NAME",
            description = "Environment variable with that password.")
    private @Nullable String variable;

    /**
     * Returns it; empty if none is named.
     *
     * @throws CommandFailedException if it is not there
     */
    Optional<String> read() throws IOException {
        try {
            return Password.from(file, variable);
        } catch (TransferRefusedException e) {
            throw CommandFailedException.misused(String.valueOf(e.getMessage()));
        }
    }
}
