/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.james.core.Username;

/** The answer of {@link SendPolicy}: how a mail is sent, or why it is refused. */
@AutoValue
public abstract class SendDecision {
    SendDecision() {}

    static SendDecision permitted(SendMode mode, Username mailbox, boolean discardsSender) {
        return new AutoValue_SendDecision(
                mode,
                mailbox,
                discardsSender,
                Optional.empty(),
                Optional.empty(),
                ImmutableMap.of());
    }

    static SendDecision refused(Username mailbox, String reason) {
        return new AutoValue_SendDecision(
                SendMode.OWN,
                mailbox,
                true,
                Optional.of(reason),
                Optional.empty(),
                ImmutableMap.of());
    }

    /** Returns the mode in which the mail is sent; meaningless if it is refused. */
    public abstract SendMode mode();

    /** Returns the mailbox from which the mail is sent, or would have been sent. */
    public abstract Username mailbox();

    /** Returns whether the Sender header that the client wrote must be removed. */
    public abstract boolean discardsSender();

    /** Returns the reason of a refusal, in words for the person who sends; empty if permitted. */
    public abstract Optional<String> refusal();

    /**
     * Returns the text because of which the mail is refused, if it is because of one; of any length
     * and with any characters that a client can send.
     */
    public abstract Optional<String> offence();

    /**
     * Returns the mailboxes, other than the user's own, from which the mail is resent, each with
     * its mode.
     */
    public abstract ImmutableMap<Username, SendMode> resentFrom();

    /** Returns the same decision, resent from these mailboxes. */
    SendDecision resending(Map<Username, SendMode> mailboxes) {
        return new AutoValue_SendDecision(
                mode(),
                mailbox(),
                discardsSender(),
                refusal(),
                offence(),
                ImmutableMap.copyOf(mailboxes));
    }

    /** Returns the same refusal because of this text. */
    SendDecision quoting(String offence) {
        return new AutoValue_SendDecision(
                mode(),
                mailbox(),
                discardsSender(),
                refusal(),
                Optional.of(offence).filter(text -> !text.isBlank()),
                resentFrom());
    }

    boolean isPermitted() {
        return refusal().isEmpty();
    }

    /** Returns this refusal, or else the answer of the next rule. */
    SendDecision and(Supplier<SendDecision> next) {
        return isPermitted() ? next.get() : this;
    }
}
