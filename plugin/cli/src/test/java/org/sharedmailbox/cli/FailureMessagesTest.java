/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailureMessagesTest {
    @Test
    void aRightThatIsMissingIsTold() {
        SQLException refusal =
                new SQLException(
                        "ERROR: permission denied for schema public\n  Position: 14", "42501");

        assertThat(said(new FlywayException("many\nlines", refusal)))
                .isEqualTo(
                        "The user of the database lacks a right, and no row was changed: ERROR:"
                                + " permission denied for schema public Position: 14;"
                                + " docs/operator/postgresql.md has the SQL that grants it\n");
    }

    @Test
    void filesAreNamed() {
        assertThat(said(new NoSuchFileException("/x")))
                .isEqualTo("It failed: there is no file /x\n");
        assertThat(said(new AccessDeniedException("/x")))
                .isEqualTo("It failed: this user may not read or write /x\n");
        assertThat(said(new MalformedInputException(1)))
                .isEqualTo("It failed: a file of settings or of a password is not in UTF-8\n");
        assertThat(said(new IOException("No space left on device")))
                .isEqualTo("It failed: No space left on device\n");
    }

    @Test
    void whatNobodyForesawIsShownToThoseOnlyWhoAsk() {
        IllegalArgumentException secret =
                new IllegalArgumentException("invalid header: s3cret\u001b");

        assertThat(said(secret))
                .startsWith("It failed for a reason that was not foreseen")
                .doesNotContain("s3cret")
                .hasLineCount(1);
        assertThat(said(secret, "--debug")).contains("s3cret\\u001b").doesNotContain("\u001b");
    }

    private static String said(Exception failure, String... options) {
        StringWriter err = new StringWriter();
        SharedMailboxes all = new SharedMailboxes();
        CommandLine command = new CommandLine(all).setErr(new PrintWriter(err, true));
        int code =
                new FailureMessages(all)
                        .handleExecutionException(failure, command, command.parseArgs(options));
        assertThat(code).isEqualTo(1);
        return err.toString();
    }
}
