/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.protocols.smtp.SMTPSession;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.james.SignInWatch;
import org.sharedmailbox.mailbox.AccountPresence;

/**
 * Decides whether the login that a session began with still holds. Does not ask our store, because
 * people's own mail does not wait for it: while it is away, what was known last counts.
 * Thread-safe.
 */
final class LoginCheck {
    private final SignInChanges changes;
    private final SignInWatch watch;
    private final AccountPresence accounts;

    @Inject
    LoginCheck(SignInChanges changes, SignInWatch watch, AccountPresence accounts) {
        this.changes = changes;
        this.watch = watch;
        this.accounts = accounts;
    }

    /** Returns why the user may not go on; empty if they may. */
    Optional<String> refusal(SMTPSession session) {
        // Only after this server was asleep it has anything to read.
        watch.catchUp();
        Username user = session.getUsername();
        if (changes.isBlocked(user)) {
            return Optional.of(SmtpReply.ACCOUNT_CONVERTED);
        }
        // Before James is asked for the account: each time that one is missed costs a search for
        // what hung on it, and a session can be kept open.
        if (changes.haveEnded(user, SessionStart.momentOf(session))) {
            return Optional.of(SmtpReply.SIGN_IN_CHANGED);
        }
        return isThere(user) ? Optional.empty() : Optional.of(SmtpReply.ACCOUNT_GONE);
    }

    /** While James cannot look, what is sent from another mailbox is refused anyway. */
    private boolean isThere(Username user) {
        try {
            return accounts.isPresent(user);
        } catch (StoreUnavailableException e) {
            return true;
        }
    }
}
