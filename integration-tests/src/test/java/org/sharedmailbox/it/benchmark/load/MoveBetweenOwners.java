/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import org.sharedmailbox.it.benchmark.Operation;
import org.sharedmailbox.it.client.RawImap;

/** A MOVE of all mails of a folder to another owner's, and back the next time. */
final class MoveBetweenOwners implements Operation {
    private final RawImap imap;
    private String source;
    private String target;
    private int mails;

    /** Both are empty at first. */
    MoveBetweenOwners(RawImap imap, String one, String other) {
        this.imap = imap;
        this.source = one;
        this.target = other;
    }

    /** Adds mails until there are so many. */
    void fill(int most) {
        Crowd.fill(imap, source, most - mails);
        mails = most;
    }

    @Override
    public void prepare() {
        Crowd.expectOk(imap, "SELECT \"" + source + "\"");
    }

    @Override
    public void run() {
        Crowd.expectOk(imap, "MOVE 1:" + mails + " \"" + target + "\"");
        String moved = target;
        target = source;
        source = moved;
    }
}
