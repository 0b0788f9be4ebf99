/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Departures;
import org.sharedmailbox.delegation.GrantContext;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.FolderEntries;

/**
 * Keeps who has left somebody's personal mailbox from being let in again against their will. The
 * members of a shared mailbox are not chosen by one person, and so can be let in again.
 */
final class DepartureRule {
    private final Departures departures;

    DepartureRule(Departures departures) {
        this.departures = departures;
    }

    /**
     * Refuses who has left. An administrator can let them in again, and then the owner can change
     * what they may do.
     *
     * @param before what they hold in folders
     */
    void requirePresent(GrantContext context, FolderEntries before) {
        if (before.asList().isEmpty() && departures.contains(context.owner(), context.delegate())) {
            throw RequestRefusedException.conflict(
                    context.delegate().asString()
                            + " has left this mailbox. Only an administrator can give them access"
                            + " to it again.");
        }
    }

    /** Notes that they have left, if it is themselves who have given up the last of it. */
    void note(GrantContext context, Username member, FolderEntries after) {
        if (member.equals(context.delegate())
                && context.mailbox().isEmpty()
                && after.asList().isEmpty()) {
            departures.record(context.owner(), context.delegate(), context.now());
        }
    }
}
