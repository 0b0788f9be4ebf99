/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.time.Clock;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.smtpserver.JamesWelcomeMessageHandler;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.administration.SignInMoment;
import org.sharedmailbox.delegation.SignedInUser;

/**
 * James's greeting, before which we note the time, and the moment in what is known of changes of
 * sign-in. Whoever logs in does so later: a session that began before the sign-in of its account
 * changed is worth nothing, even if another account has the name by then. (A handler beside James's
 * own would have to answer something, too: what counts connections for JMX fails otherwise, and the
 * connection with it.)
 *
 * <p>James creates this class by name: {@link SharedMailboxHandlersPackage} lists it, if the
 * plugin's module is installed.
 */
public class SessionStart extends JamesWelcomeMessageHandler {
    private static final AttachmentKey<Instant> CONNECTED_AT =
            AttachmentKey.of("org.sharedmailbox.smtp.CONNECTED_AT", Instant.class);
    private static final AttachmentKey<SignInMoment> SIGN_IN_MOMENT =
            AttachmentKey.of("org.sharedmailbox.smtp.SIGN_IN_MOMENT", SignInMoment.class);

    private final Clock clock;
    private final SignInChanges changes;

    @Inject
    SessionStart(Clock clock, SignInChanges changes) {
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public Response onConnect(SMTPSession session) {
        session.setAttachment(CONNECTED_AT, clock.instant(), State.Connection);
        session.setAttachment(SIGN_IN_MOMENT, changes.now(), State.Connection);
        return super.onConnect(session);
    }

    /**
     * Returns who has logged in; as of long ago if the time is not known, to be on the safe side.
     */
    static SignedInUser userOf(SMTPSession session) {
        return SignedInUser.of(
                session.getUsername(),
                session.getAttachment(CONNECTED_AT, State.Connection).orElse(Instant.EPOCH));
    }

    /** Returns a moment before the login; the earliest if it is not known, for the same reason. */
    static SignInMoment momentOf(SMTPSession session) {
        return session.getAttachment(SIGN_IN_MOMENT, State.Connection)
                .orElse(SignInMoment.EARLIEST);
    }
}
