/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

/** How a program has ended. */
public final class ProgramEnd {
    private final int exitCode;
    private final String output;

    ProgramEnd(int exitCode, String output) {
        this.exitCode = exitCode;
        this.output = output;
    }

    /** Zero if all was well. */
    public int exitCode() {
        return exitCode;
    }

    /** What it has written, to standard output and to standard error. */
    public String output() {
        return output;
    }

    @Override
    public String toString() {
        return exitCode + ":\n" + output;
    }
}
