/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapSession;
import org.sharedmailbox.imap.session.OwnerMailboxSession;
import org.sharedmailbox.mailbox.Disconnections;

/**
 * Closes single connections whose session has ended, where James can close any. James closes all
 * connections of a user name, those of other programs too, and ends JMAP push subscriptions. The
 * delegate has lost one mailbox and is to keep all that, so that the connection gets a user name of
 * its own first. It has ended: nothing is done any more in that name. Thread-safe.
 */
class LoggedOutConnections {
    private final Disconnections disconnections;

    @Inject
    LoggedOutConnections(Disconnections disconnections) {
        this.disconnections = disconnections;
    }

    /** Closes the connection of a session in the state LOGOUT, after what has been written. */
    void close(ImapSession session) {
        session.executeSafely(
                () -> {
                    Username alone = Username.of("ended-" + session.sessionId().asString());
                    session.setMailboxSession(OwnerMailboxSession.of(session, alone));
                    disconnections.disconnect(alone);
                });
    }
}
