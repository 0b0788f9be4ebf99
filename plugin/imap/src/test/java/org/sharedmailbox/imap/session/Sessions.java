/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.imap.encode.FakeImapSession;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MailboxSession.SessionId;
import org.apache.james.mailbox.MailboxSession.SessionType;

/** Sessions of people who are signed in. */
public final class Sessions {
    private Sessions() {}

    public static MailboxSession of(Username user) {
        return new MailboxSession(
                SessionId.of(42), user, Optional.of(user), List.of(), '.', SessionType.User);
    }

    public static FakeImapSession connectionOf(Username user) {
        FakeImapSession session = new FakeImapSession();
        session.authenticated();
        session.setMailboxSession(of(user));
        return session;
    }
}
