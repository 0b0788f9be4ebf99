/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.time.Instant;
import org.apache.james.imap.api.process.ImapSession;

/** The time at which the user of a session signed in, kept as an attribute of the session. */
public final class SignInTime {
    private static final String ATTRIBUTE = "org.sharedmailbox.imap.SIGNED_IN_AT";

    private SignInTime() {}

    /** Notes a time before the user signs in. */
    public static void note(ImapSession session, Instant at) {
        session.setAttribute(ATTRIBUTE, at);
    }

    /** Notes the time if none is known: somebody signed in by a way that we do not know. */
    static void noteIfUnknown(ImapSession session, Instant at) {
        if (session.getAttribute(ATTRIBUTE) == null) {
            note(session, at);
        }
    }

    /** Returns the time; long ago if it is not known, to be on the safe side. */
    static Instant of(ImapSession session) {
        Object at = session.getAttribute(ATTRIBUTE);
        return at instanceof Instant ? (Instant) at : Instant.EPOCH;
    }
}
