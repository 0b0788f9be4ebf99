/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.List;
import java.util.concurrent.Callable;
import org.sharedmailbox.it.benchmark.Samples;
import org.sharedmailbox.it.benchmark.load.Shift.Phase;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.RawImap;

/**
 * An administrator who takes a membership away and gives it back without a pause while it is the
 * phase for that. A client of the delegate, who has the folder selected, tries each time whether it
 * is in effect at the very next command.
 */
final class RevokingAdministrator implements Callable<Void> {
    private final Membership membership;
    private final RawImap imap;
    private final Shift shift;
    private Samples grants = new Samples();
    private Samples revocations = new Samples();
    private int revoked;
    private int letIn;
    private int keptOut;

    RevokingAdministrator(Membership membership, RawImap imap, Shift shift) {
        this.membership = membership;
        this.imap = imap;
        this.shift = shift;
        select();
    }

    @Override
    public Void call() {
        while (shift.phase() == Phase.WITH_ADMINISTRATORS) {
            revocations.add(timed(membership::isTakenAway));
            revoked++;
            for (String command :
                    List.of(
                            "FETCH 1 (FLAGS)",
                            "STATUS \"" + membership.inbox() + "\" (MESSAGES)",
                            "SELECT \"" + membership.inbox() + "\"")) {
                letIn += imap.command(command).isOk() ? 1 : 0;
            }
            grants.add(timed(membership::isGranted));
            keptOut += select().isOk() ? 0 : 1;
        }
        return null;
    }

    private ImapAnswer select() {
        return imap.command("SELECT \"" + membership.inbox() + "\"");
    }

    private static long timed(Runnable change) {
        long started = System.nanoTime();
        change.run();
        return System.nanoTime() - started;
    }

    /** Begins anew with the times of changes. */
    void forgetTimes() {
        grants = new Samples();
        revocations = new Samples();
    }

    /** Returns how long grants took. */
    Samples grants() {
        return grants;
    }

    /** Returns how long revocations took. */
    Samples revocations() {
        return revocations;
    }

    /** Returns how often access was taken away, from the beginning on. */
    int revoked() {
        return revoked;
    }

    /** Returns how many commands were carried out that had to be refused. */
    int letIn() {
        return letIn;
    }

    /** Returns how many were refused that had to be carried out. */
    int keptOut() {
        return keptOut;
    }
}
