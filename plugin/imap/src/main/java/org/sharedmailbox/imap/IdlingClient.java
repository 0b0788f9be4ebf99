/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.sharedmailbox.delegation.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client that idles (RFC 2177) in another owner's mailbox. Safe for use by many threads. */
final class IdlingClient {
    private static final Logger LOGGER = LoggerFactory.getLogger(IdlingClient.class);

    private final ImapSession session;
    private final SelectedMailbox selected;
    private final Responder responder;
    private final SharedSelection selection;
    private final Username member;
    private final AtomicBoolean idles = new AtomicBoolean(true);
    private volatile Optional<Instant> accessEnds;

    IdlingClient(Exchange<?> exchange, SharedSelection selection, Access access) {
        this.session = exchange.session();
        this.selected = exchange.session().getSelected();
        this.responder = exchange.responder();
        this.selection = selection;
        this.member = exchange.member();
        this.accessEnds = access.endsAt();
    }

    Username member() {
        return member;
    }

    Username owner() {
        return selection.address().owner();
    }

    SharedSelection selection() {
        return selection;
    }

    /** Whether the access has run out, or the folder was deleted, as far as is known here. */
    boolean mayHaveEndedBy(Instant now) {
        return selection.live().isDeletedByOtherSession()
                || accessEnds.filter(end -> !end.isAfter(now)).isPresent();
    }

    void asked(Access access) {
        accessEnds = access.endsAt();
    }

    /** The client has said DONE, or something else that ends the idling. */
    void isDone() {
        idles.set(false);
    }

    /** Whether it idles still, and in that mailbox: a connection may end without a word. */
    boolean idles() {
        return idles.get() && session.getSelected() == selected;
    }

    /**
     * Says {@code * BYE} (RFC 3501 §7.1.5) and ends the session. James 3.8 lets nobody but the
     * client's own next line close a connection; whatever that line is, it is not answered any
     * more.
     */
    void end() {
        session.executeSafely(this::sayBye);
    }

    private void sayBye() {
        if (!idles() || !idles.compareAndSet(true, false)) {
            return;
        }
        try {
            LOGGER.info(
                    "{} idles in {} no longer: the access has ended",
                    member.asString(),
                    selection.address());
            responder.respond(Responses.bye());
            responder.flush();
        } finally {
            session.popLineHandler();
            session.logout()
                    .subscribe(
                            nothing -> {},
                            e -> LOGGER.warn("A session of {} goes on", member.asString(), e));
        }
    }
}
