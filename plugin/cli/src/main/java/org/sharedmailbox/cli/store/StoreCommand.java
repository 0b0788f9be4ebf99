/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.store;

import picocli.CommandLine.Command;

/** {@code store}: the group of the commands about the store as a whole. */
@Command(
        name = "store",
        description = "Backs up, restores and moves the store of all delegations.",
        subcommands = {BackupCommand.class, RestoreCommand.class, CopyCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class StoreCommand {
    StoreCommand() {}
}
