/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.time.Clock;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.ConnectHandler;
import org.apache.james.protocols.smtp.SMTPSession;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.delegation.SignedInUser;

/**
 * Notes when a client has connected. Whoever logs in does so later: a session that began before
 * their account was deleted is worth nothing, even if another account has the name by then.
 *
 * <p>James creates this class by name: {@link SharedMailboxHandlersPackage} lists it.
 */
public class SessionStart implements ConnectHandler<SMTPSession> {
    private static final AttachmentKey<Instant> CONNECTED_AT =
            AttachmentKey.of("org.sharedmailbox.smtp.CONNECTED_AT", Instant.class);

    private final Clock clock;

    @Inject
    SessionStart(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable Response onConnect(SMTPSession session) {
        session.setAttachment(CONNECTED_AT, clock.instant(), State.Connection);
        return null;
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
