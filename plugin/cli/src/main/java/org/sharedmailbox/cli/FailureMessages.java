/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.install.text.RefusedException;
import org.sharedmailbox.cli.text.Shown;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.store.DirectAccess;
import org.sharedmailbox.store.backup.FailureText;
import org.sharedmailbox.store.backup.TransferRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in one sentence why a command has failed. What libraries say of what nobody thought of may
 * have passwords in it, and is shown to those only who ask for it.
 */
final class FailureMessages implements IExecutionExceptionHandler {
    /** The SQL state of a user who lacks a right. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final SharedMailboxes options;

    FailureMessages(SharedMailboxes options) {
        this.options = options;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        command.getErr().println(Shown.of(sentence(e)));
        if (options.debug()) {
            StringWriter details = new StringWriter();
            e.printStackTrace(new PrintWriter(details, true));
            details.toString()
                    .lines()
                    .map(line -> Shown.of(line.replace("\t", "    ")))
                    .forEach(command.getErr()::println);
        }
        return e instanceof CommandFailedException
                ? ((CommandFailedException) e).exitCode()
                : CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(Exception e) {
        if (e instanceof CommandFailedException
                || e instanceof TransferRefusedException
                || e instanceof RefusedException
                || e instanceof StoreUnavailableException) {
            return FailureText.of(new IllegalStateException(e.getMessage()));
        }
        if (e instanceof IOException) {
            return "It failed: " + reason((IOException) e);
        }
        return FailureText.answerIn(e)
                .map(FailureMessages::about)
                .orElseGet(
                        () ->
                                "It failed for a reason that was not foreseen ("
                                        + e.getClass().getSimpleName()
                                        + "): --debug shows the details, which may have passwords"
                                        + " in them");
    }

    private static String about(SQLException e) {
        if (DirectAccess.isInUse(e)) {
            return "The store is in use: stop the James that uses it, and try again";
        }
        return INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                ? "The user of the database lacks a right, and no row was changed: "
                        + FailureText.of(e)
                        + "; docs/operator/postgresql.md has the SQL that grants it"
                : "The database refuses, and no row was changed: " + FailureText.of(e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no file " + e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "this user may not read or write " + e.getMessage();
        }
        if (e instanceof CharacterCodingException) {
            return "a file of settings or of a password is not in UTF-8";
        }
        return FailureText.of(e);
    }
}
