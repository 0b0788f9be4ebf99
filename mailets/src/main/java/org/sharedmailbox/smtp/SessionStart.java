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
import org.sharedmailbox.delegation.SignedInUser;

/**
 * James's greeting, before which we note the time. Whoever logs in does so later: a session that
 * began before their account was deleted is worth nothing, even if another account has the name by
 * then. (A handler beside James's own would have to answer something, too: what counts connections
 * for JMX fails otherwise, and the connection with it.)
 *
 * <p>James creates this class by name: {@link SharedMailboxHandlersPackage} lists it.
 */
public class SessionStart extends JamesWelcomeMessageHandler {
    private static final AttachmentKey<Instant> CONNECTED_AT =
            AttachmentKey.of("org.sharedmailbox.smtp.CONNECTED_AT", Instant.class);

    private final Clock clock;

    @Inject
    SessionStart(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Response onConnect(SMTPSession session) {
        session.setAttachment(CONNECTED_AT, clock.instant(), State.Connection);
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
}
