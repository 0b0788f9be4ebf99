/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import picocli.CommandLine.Command;

/** {@code resume}. */
@Command(name = "resume", description = "Gives suspended delegations their effect back.")
public final class ResumeCommand extends SuspensionCommand {
    ResumeCommand() {
        super("resume", "Resumed");
    }
}
