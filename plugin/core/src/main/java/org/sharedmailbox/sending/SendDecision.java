/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.james.core.Username;

/** The answer of {@link SendPolicy}: how a mail is sent, or why not. */
@AutoValue
public abstract class SendDecision {
    SendDecision() {}

    static SendDecision permitted(SendMode mode, Username mailbox, boolean discardsSender) {
        return new AutoValue_SendDecision(
                mode, mailbox, discardsSender, Optional.empty(), ImmutableMap.of());
    }

    static SendDecision refused(Username mailbox, String reason) {
        return new AutoValue_SendDecision(
                SendMode.OWN, mailbox, true, Optional.of(reason), ImmutableMap.of());
    }

    /** How it is sent; of no meaning if it was refused. */
    public abstract SendMode way();

    /** From whose mailbox it is sent, or from whose it would have been. */
    public abstract Username mailbox();

    /** Whether the Sender header that the client wrote must not leave. */
    public abstract boolean discardsSender();

    /** Why not, in words for the person who sends; empty if permitted. */
    public abstract Optional<String> refusal();

    /** From whose mailboxes, other than the user's own, it is resent, and in which way. */
    public abstract ImmutableMap<Username, SendMode> resentFrom();

    /** The same, also resent from these. */
    SendDecision resending(Map<Username, SendMode> mailboxes) {
        return new AutoValue_SendDecision(
                way(), mailbox(), discardsSender(), refusal(), ImmutableMap.copyOf(mailboxes));
    }

    public boolean isPermitted() {
        return refusal().isEmpty();
    }

    /** This refusal, or else what the next rule says. */
    SendDecision and(Supplier<SendDecision> next) {
        return isPermitted() ? next.get() : this;
    }
}
