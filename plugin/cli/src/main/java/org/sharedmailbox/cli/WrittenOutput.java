/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/** Runs a command, which has not been done if nobody got what it has written. */
final class WrittenOutput implements IExecutionStrategy {
    private final IExecutionStrategy command = new CommandLine.RunLast();

    @Override
    public int execute(ParseResult parsed) {
        int code = command.execute(parsed);
        CommandLine root = parsed.commandSpec().commandLine();
        PrintWriter out = root.getOut();
        // What the JDK has put around standard output keeps failures to itself.
        boolean lost = out.checkError() | System.out.checkError();
        if (code != CommandLine.ExitCode.OK || !lost) {
            return code;
        }
        root.getErr()
                .println(
                        "Standard output does not take all that is written: is a disk full, or has"
                                + " the reader gone?");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
