/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import picocli.CommandLine.Command;

/** {@code suspend}. */
@Command(
        name = "suspend",
        description = "Takes the effect from delegations, until they are resumed unchanged.")
public final class SuspendCommand extends SuspensionCommand {
    SuspendCommand() {
        super("suspend", "Suspended");
    }
}
