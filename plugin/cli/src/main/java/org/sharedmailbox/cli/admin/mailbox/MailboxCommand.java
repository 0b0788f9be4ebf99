/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import picocli.CommandLine.Command;

/** {@code mailbox}: the group of the commands about shared mailboxes. */
@Command(
        name = "mailbox",
        description = "Creates, lists, shows, changes, converts and deletes shared mailboxes.",
        subcommands = {
            CreateCommand.class,
            ChangeCommand.class,
            ListCommand.class,
            ShowCommand.class,
            TypesCommand.class,
            DeleteCommand.class,
            ConvertCommand.class,
            RevertCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class MailboxCommand {
    MailboxCommand() {}
}
