/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import java.util.List;
import org.sharedmailbox.it.client.RawImap;

/**
 * Somebody who works in a shared mailbox all the time, over one connection: is served, or told that
 * it is unavailable now, and never anything else.
 */
final class Member implements Runnable {
    private final RawImap imap;
    private final List<String> commands;
    private final Findings findings;
    private volatile boolean served;

    Member(RawImap imap, String inbox, Findings findings) {
        this.imap = imap;
        this.commands =
                List.of(
                        "SELECT \"" + inbox + "\"",
                        "FETCH 1:5 (FLAGS ENVELOPE)",
                        "STORE 1 +FLAGS (\\Flagged)",
                        "STATUS \"" + inbox + "\" (MESSAGES UNSEEN)",
                        "NOOP",
                        "STORE 1 -FLAGS (\\Flagged)");
        this.findings = findings;
    }

    /** Works once through all commands, as far as they are carried out. */
    @Override
    public void run() {
        for (String command : commands) {
            var answer = imap.command(command);
            Attempt attempt = Attempt.of(answer);
            findings.count("commands of members: " + attempt);
            if (attempt == Attempt.REFUSED) {
                findings.fault("A member's " + command + ": " + answer.completion());
            }
            if (attempt != Attempt.DONE) {
                served = false;
                return;
            }
        }
        served = true;
    }

    /** Decides whether all commands were carried out the last time. */
    boolean isServed() {
        return served;
    }
}
