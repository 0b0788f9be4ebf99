/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxSession;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.administration.SignInMoment;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.james.SignInWatch;

/**
 * Decides whether the sign-in that a session began with still holds, at the sign-in itself and at
 * every command. Never waits for the store. Thread-safe.
 *
 * <p>What a session is compared with is kept as attributes of the session: when its user signed in,
 * as a time, and as a moment in what was known of changes of sign-in. If somebody signed in by a
 * way that we do not see, neither is there, and the session counts as older than all others.
 *
 * <p>With James's own delegation (an authorization identity of SASL, RFC 4616), somebody is signed
 * in as another user. No password stands between them and a mailbox in which nobody is to sign in,
 * so that this is refused as long as it is not known which mailboxes those are.
 */
public class SignInCheck {
    private static final String TIME = "org.sharedmailbox.imap.SIGNED_IN_AT";
    private static final String MOMENT = "org.sharedmailbox.imap.SIGN_IN_MOMENT";

    private final SignInChanges changes;
    private final SignInWatch watch;
    private final Clock clock;

    @Inject
    SignInCheck(SignInChanges changes, SignInWatch watch, Clock clock) {
        this.changes = changes;
        this.watch = watch;
        this.clock = clock;
    }

    /** Decides whether to {@link #catchUp} first, because this server was asleep. */
    boolean isBehind() {
        return watch.isBehind();
    }

    /** Reads what has changed meanwhile. Blocks. */
    void catchUp() {
        watch.catchUp();
    }

    /** Notes what a session has to be compared with later, before James looks at a password. */
    public void noteBeforeSignIn(ImapSession session) {
        session.setAttribute(TIME, clock.instant());
        session.setAttribute(MOMENT, changes.now());
    }

    /** Returns the answer to a sign-in that has just succeeded, but may not; else empty. */
    public Optional<TaggedNo> refusal(ImapSession session, Tag tag) {
        if (!hasEnded(session)) {
            return Optional.empty();
        }
        return Optional.of(
                changes.areKnown()
                        ? TaggedNo.authenticationFailed(tag)
                        : TaggedNo.signInUnavailable(tag));
    }

    /** Decides whether the session may not go on, for its user's sake or for who acts as them. */
    boolean hasEnded(ImapSession session) {
        MailboxSession signedIn = session.getMailboxSession();
        if (signedIn == null) {
            return false;
        }
        SignInMoment before = momentOf(session);
        if (changes.haveEnded(signedIn.getUser(), before)) {
            return true;
        }
        Optional<Username> actor = signedIn.getLoggedInUser();
        return actor.isPresent()
                && !actor.get().equals(signedIn.getUser())
                && (!changes.areKnown() || changes.haveEnded(actor.get(), before));
    }

    private static SignInMoment momentOf(ImapSession session) {
        Object moment = session.getAttribute(MOMENT);
        return moment instanceof SignInMoment ? (SignInMoment) moment : SignInMoment.EARLIEST;
    }

    /** Returns a time before the sign-in; long ago if none is known, to be on the safe side. */
    static Instant timeOf(ImapSession session) {
        Object at = session.getAttribute(TIME);
        return at instanceof Instant ? (Instant) at : Instant.EPOCH;
    }
}
