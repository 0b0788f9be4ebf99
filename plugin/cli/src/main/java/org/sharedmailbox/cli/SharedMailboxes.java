/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.io.PrintWriter;
import org.sharedmailbox.cli.admin.AuditCommand;
import org.sharedmailbox.cli.admin.DelegationsCommand;
import org.sharedmailbox.cli.admin.GrantCommand;
import org.sharedmailbox.cli.admin.ResumeCommand;
import org.sharedmailbox.cli.admin.RevokeCommand;
import org.sharedmailbox.cli.admin.SuspendCommand;
import org.sharedmailbox.cli.admin.WhatCommand;
import org.sharedmailbox.cli.admin.WhoCommand;
import org.sharedmailbox.cli.admin.bulk.ExportCommand;
import org.sharedmailbox.cli.admin.bulk.ImportCommand;
import org.sharedmailbox.cli.admin.mailbox.MailboxCommand;
import org.sharedmailbox.cli.install.CheckCommand;
import org.sharedmailbox.cli.install.InstallCommand;
import org.sharedmailbox.cli.install.UninstallCommand;
import org.sharedmailbox.cli.store.StoreCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All commands; the main class of the jar. */
@Command(
        name = "java -jar james-shared-mailboxes.jar",
        description = "Looks after the shared mailboxes of an Apache James.",
        mixinStandardHelpOptions = true,
        versionProvider = JarVersion.class,
        subcommands = {
            CheckCommand.class,
            InstallCommand.class,
            UninstallCommand.class,
            MailboxCommand.class,
            GrantCommand.class,
            RevokeCommand.class,
            SuspendCommand.class,
            ResumeCommand.class,
            WhoCommand.class,
            WhatCommand.class,
            DelegationsCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            AuditCommand.class,
            StoreCommand.class,
            CompletionCommand.class
        },
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused or failed, the reason is said",
            "2:not understood, or something more has to be said",
            "3:WebAdmin was not reached, or has not answered"
        })
public final class SharedMailboxes {
    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description =
                    "Show all that is known of a failure. It may have passwords in it: look before"
                            + " you give it to others.")
    private boolean debug;

    SharedMailboxes() {}

    /** Runs the command that the arguments name, and exits with its code. */
    public static void main(String... arguments) {
        System.exit(commands().execute(arguments));
    }

    /** Runs it, and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commands().setOut(out).setErr(err).execute(arguments);
    }

    static CommandLine commands() {
        SharedMailboxes options = new SharedMailboxes();
        return new CommandLine(options)
                // What begins with @ is no file: nobody expects that of a name or a note.
                .setExpandAtFiles(false)
                .setExecutionStrategy(new WrittenOutput())
                .setParameterExceptionHandler(new MisuseMessages())
                .setExecutionExceptionHandler(new FailureMessages(options));
    }

    boolean debug() {
        return debug;
    }
}
