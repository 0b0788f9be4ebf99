/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;

/**
 * Whose the addresses of one mail are. James is asked once for each, at MAIL, RCPT or the end of
 * DATA, whichever comes first; what the user may do with them is asked anew every time. For one
 * thread.
 */
final class ResolvedAddresses {
    private static final AttachmentKey<ResolvedAddresses> KEY =
            AttachmentKey.of("org.sharedmailbox.smtp.RESOLVED", ResolvedAddresses.class);

    /** An honest mail names a handful. */
    private static final int MAX_KEPT = 50;

    /** A client can keep a transaction open for days. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Instant begun;
    private final Map<Username, Set<Username>> accounts = new HashMap<>();

    private ResolvedAddresses(Instant begun) {
        this.begun = begun;
    }

    /** Forgets those of a transaction that was refused at MAIL, which James lets go on. */
    static void forget(SMTPSession session) {
        session.removeAttachment(KEY, State.Transaction);
    }

    /** Returns those of the transaction that the session is in, no older than a minute. */
    static ResolvedAddresses of(SMTPSession session, Instant now) {
        return session.getAttachment(KEY, State.Transaction)
                .filter(known -> now.isBefore(known.begun.plus(MAX_AGE)))
                .orElseGet(
                        () -> {
                            ResolvedAddresses none = new ResolvedAddresses(now);
                            session.setAttachment(KEY, none, State.Transaction);
                            return none;
                        });
    }

    /** Returns the accounts whose address it is. */
    Set<Username> accountsOf(Username address, Function<Username, Set<Username>> resolve) {
        Set<Username> known = accounts.get(address);
        if (known == null) {
            known = resolve.apply(address);
            if (accounts.size() < MAX_KEPT) {
                accounts.put(address, known);
            }
        }
        return known;
    }
}
