/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import org.apache.james.core.Username;
import org.apache.james.mailbox.Authorizator.AuthorizationState;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.store.SessionProviderImpl;

/** The delimiter between the levels of folder names, as James has it. */
final class FolderDelimiter {
    private FolderDelimiter() {}

    /**
     * Returns the delimiter of every session of this James. 3.8 and 3.9 keep it in constants of
     * different names, and of 3.8's the compiler would write the value into our classes; but both
     * put it into the sessions that they make. Nobody signs in to this one.
     */
    static char ofJames() {
        MailboxSession session =
                new SessionProviderImpl(
                                (user, password) -> false,
                                (user, other) -> AuthorizationState.FORBIDDEN)
                        .createSystemSession(Username.of("delimiter"));
        return session.getPathDelimiter();
    }
}
