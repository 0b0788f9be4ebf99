/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapSession;
import org.sharedmailbox.administration.SignInChanges;

/**
 * Notices that the sign-in that a session began with holds no longer, because the account became a
 * shared mailbox or was made anew. Thread-safe.
 */
class SignInCheck {
    private static final String CHANGES = "org.sharedmailbox.imap.SIGN_IN_CHANGES";

    private final SignInChanges signIns;

    @Inject
    SignInCheck(SignInChanges signIns) {
        this.signIns = signIns;
    }

    /** Decides whether the sign-in has changed since the session's first command. */
    boolean hasEnded(ImapSession session) {
        Username user = session.getUserName();
        if (user == null) {
            return false;
        }
        int changes = signIns.changesOf(user);
        Object before = session.getAttribute(CHANGES);
        if (before == null) {
            session.setAttribute(CHANGES, changes);
        }
        return signIns.contains(user) || (before != null && !before.equals(changes));
    }
}
