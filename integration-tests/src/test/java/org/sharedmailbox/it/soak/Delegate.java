/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import java.time.Duration;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.RawImap;

/**
 * Tries to use a passing access all the time, on another server than the one by which it is granted
 * and revoked: may not be served from a second after a revocation was answered.
 */
final class Delegate implements Runnable {
    private static final Duration IN_EFFECT = Duration.ofSeconds(1);

    private final PassingAccess access;
    private final RawImap imap;
    private final Findings findings;

    Delegate(PassingAccess access, RawImap imap, Findings findings) {
        this.access = access;
        this.imap = imap;
        this.findings = findings;
    }

    @Override
    public void run() {
        // In what may still be selected from the time before: so far as it is not, it is refused.
        attempt("FETCH 1 (FLAGS)", false);
        attempt("STATUS \"" + access.inbox() + "\" (MESSAGES)", true);
        attempt("SELECT \"" + access.inbox() + "\"", true);
    }

    /**
     * @param expected whether it has to be carried out after a grant
     */
    private void attempt(String command, boolean expected) {
        PassingAccess.State before = access.state();
        boolean revoked = before.is(false, IN_EFFECT);
        boolean granted = before.is(true, IN_EFFECT);
        ImapAnswer answer = imap.command(command);
        if (access.state() != before) {
            return;
        }
        Attempt attempt = Attempt.of(answer);
        if (revoked) {
            findings.count("commands after a revocation: " + attempt);
            if (attempt == Attempt.DONE) {
                findings.fault("Carried out after the revocation: " + command);
            }
        } else if (granted && expected) {
            findings.count("commands after a grant: " + attempt);
            if (attempt == Attempt.REFUSED) {
                findings.fault("Refused after the grant: " + command + ": " + answer.completion());
            }
        }
    }
}
