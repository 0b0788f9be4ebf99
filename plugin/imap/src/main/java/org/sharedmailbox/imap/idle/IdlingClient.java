/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.SignedInUser;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client that idles (RFC 2177) in another owner's folder. Thread-safe. */
final class IdlingClient {
    private static final Logger LOGGER = LoggerFactory.getLogger(IdlingClient.class);

    private static final int LOOKS_AFTER_MOVE = 10;

    private final ImapSession session;
    private final SelectedMailbox selected;
    private final Responder responder;
    private final LoggedOutConnections connections;
    private final SelectedFolder folder;
    private final SignedInUser user;
    private final AtomicInteger looksAfterMove = new AtomicInteger();
    private final AtomicBoolean idling = new AtomicBoolean(true);
    private volatile Optional<Instant> accessEnds;

    IdlingClient(
            CommandContext<?> context,
            SelectedFolder folder,
            Access access,
            LoggedOutConnections connections) {
        this.session = context.session();
        this.selected = context.session().getSelected();
        this.responder = context.responder();
        this.connections = connections;
        this.folder = folder;
        this.user = context.user();
        this.accessEnds = access.endsAt();
    }

    Username delegate() {
        return user.name();
    }

    SignedInUser user() {
        return user;
    }

    Username owner() {
        return folder.address().owner();
    }

    SelectedFolder folder() {
        return folder;
    }

    /**
     * Decides whether the access is over, or the folder was deleted or moved, as far as is known
     * here.
     */
    boolean mayHaveEndedBy(Instant now) {
        return isLookedAtAfterMove()
                || folder.isDeleted()
                || accessEnds.filter(end -> !end.isAfter(now)).isPresent();
    }

    private boolean isLookedAtAfterMove() {
        return looksAfterMove.get() > 0
                && looksAfterMove.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /**
     * Notes that the folder is being renamed. James may tell that before others can see it, so that
     * it is looked at a few times.
     */
    void noteMove() {
        looksAfterMove.set(LOOKS_AFTER_MOVE);
    }

    /** Notes what the delegate may do, as it was read now. */
    void noteAccess(Access access) {
        accessEnds = access.endsAt();
    }

    /** Notes that the client has said DONE, or something else that ends IDLE. */
    void stopIdling() {
        idling.set(false);
    }

    /** Decides whether it still idles in that folder: a connection may end without a word. */
    boolean isIdling() {
        return idling.get() && session.getSelected() == selected;
    }

    /**
     * Says {@code * BYE} (RFC 3501 §7.1.5) and ends the session, and the connection where James can
     * close it. James 3.8 lets nobody but the client's own next line do that; whatever that line
     * is, it is no longer answered.
     */
    void end() {
        session.executeSafely(this::sayBye);
    }

    private void sayBye() {
        if (!isIdling() || !idling.compareAndSet(true, false)) {
            return;
        }
        try {
            LOGGER.info(
                    "Ending IDLE of {} in {}: the access has ended",
                    delegate().asString(),
                    folder.address());
            responder.respond(StatusResponses.byeAccessEnded());
            responder.flush();
        } finally {
            session.popLineHandler();
            session.logout()
                    .subscribe(
                            nothing -> {},
                            e ->
                                    LOGGER.warn(
                                            "A session of {} could not be ended",
                                            delegate().asString(),
                                            e),
                            () -> connections.close(session));
        }
    }
}
