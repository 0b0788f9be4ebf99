/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

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

    private final Map<Username, Set<Username>> accounts = new HashMap<>();

    /** Returns those of the transaction that the session is in. */
    static ResolvedAddresses of(SMTPSession session) {
        return session.getAttachment(KEY, State.Transaction)
                .orElseGet(
                        () -> {
                            ResolvedAddresses none = new ResolvedAddresses();
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
