/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxSession;

/** Makes mailbox sessions of an owner's account with the delegate as the one who is logged in. */
public final class OwnerMailboxSession {
    private OwnerMailboxSession() {}

    /** Returns a session of the owner's account for that connection. */
    public static MailboxSession of(ImapSession connection, Username owner) {
        return session(
                connection.getMailboxSession(), owner, Optional.of(connection.getUserName()));
    }

    /** Returns an equal one for a question beside a command: what James keeps in it stays apart. */
    public static MailboxSession copyOf(MailboxSession session) {
        return session(session, session.getUser(), session.getLoggedInUser());
    }

    private static MailboxSession session(
            MailboxSession model, Username user, Optional<Username> loggedIn) {
        return new MailboxSession(
                model.getSessionId(),
                user,
                loggedIn,
                model.getLocalePreferences(),
                model.getPathDelimiter(),
                model.getType());
    }
}
