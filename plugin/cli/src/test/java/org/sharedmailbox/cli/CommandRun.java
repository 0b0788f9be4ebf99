/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that has run in this process: its exit code and what it has written. */
final class CommandRun {
    private final int code;
    private final String out;
    private final String err;

    private CommandRun(int code, String out, String err) {
        this.code = code;
        this.out = out;
        this.err = err;
    }

    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                SharedMailboxes.run(
                        new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }

    int code() {
        return code;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }
}
