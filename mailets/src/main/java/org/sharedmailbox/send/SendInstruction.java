/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.send;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.sharedmailbox.sending.SendMode;

/**
 * The instruction that the SMTP hook gives with an accepted mail: as whose mail it has to leave,
 * and in what shape. The mailet {@code DelegatedSender} carries it out.
 */
@AutoValue
public abstract class SendInstruction {
    SendInstruction() {}

    /**
     * Begins the instruction for a mail that this user sends.
     *
     * @param server the name by which the server that accepts the mail introduces itself
     */
    public static Builder sentBy(Username delegate, String server) {
        return new AutoValue_SendInstruction.Builder()
                .delegate(delegate)
                .server(server)
                .nullSender(false)
                .acceptedAt(Instant.EPOCH);
    }

    /** Returns the instruction of a mail that has been rewritten; empty if it has not. */
    public static Optional<SendInstruction> carriedOutOn(Mail mail) {
        return mail.getAttribute(SendAttributes.REWRITTEN).flatMap(mark -> of(mail));
    }

    /** Returns the instruction of a mail; empty if the mail did not come through the hook. */
    public static Optional<SendInstruction> of(Mail mail) {
        return text(mail, SendAttributes.MODE).map(mode -> of(mail, SendMode.valueOf(mode)));
    }

    private static SendInstruction of(Mail mail, SendMode mode) {
        return sentBy(account(mail, SendAttributes.DELEGATE), need(mail, SendAttributes.SERVER))
                .mode(mode)
                .mailbox(account(mail, SendAttributes.MAILBOX))
                .discardsSender(text(mail, SendAttributes.DISCARDS_SENDER).isPresent())
                .from(text(mail, SendAttributes.FROM))
                .received(need(mail, SendAttributes.RECEIVED))
                .messageId(text(mail, SendAttributes.MESSAGE_ID))
                .nullSender(text(mail, SendAttributes.NULL_SENDER).isPresent())
                .id(need(mail, SendAttributes.ID))
                .acceptedAt(
                        text(mail, SendAttributes.ACCEPTED_AT)
                                .map(Instant::parse)
                                .orElse(Instant.EPOCH))
                .build();
    }

    private static Optional<String> text(Mail mail, AttributeName name) {
        return AttributeUtils.getValueAndCastFromMail(mail, name, String.class);
    }

    private static String need(Mail mail, AttributeName name) {
        return text(mail, name)
                .orElseThrow(() -> new IllegalStateException(name.asString() + " is missing"));
    }

    private static Username account(Mail mail, AttributeName name) {
        return Username.of(need(mail, name));
    }

    /** Removes the instruction from a mail, whoever gave it. */
    public static void removeFrom(Mail mail) {
        SendAttributes.ALL.forEach(mail::removeAttribute);
    }

    /** Returns how the mail is sent. */
    public abstract SendMode mode();

    /** Returns the mailbox that the mail is sent from. */
    public abstract Username mailbox();

    /** Returns the user who sends it. */
    public abstract Username delegate();

    /** Returns the name of the server that accepted it. */
    public abstract String server();

    /** Decides whether the client's Sender must not leave. */
    public abstract boolean discardsSender();

    /** Returns the value of From to write, folded; empty to keep the client's. */
    public abstract Optional<String> from();

    /** Returns the value of the one Received to write, folded. */
    public abstract String received();

    /** Returns the value of Message-ID to write; empty if the client gave one. */
    public abstract Optional<String> messageId();

    /**
     * Decides whether the client gave the empty envelope sender, as receipts have it (RFC 8098 §3).
     */
    public abstract boolean nullSender();

    /** Returns the name that the mail had when it was accepted. */
    public abstract String id();

    /** Returns when the mail was accepted; long ago for one of an earlier version. */
    public abstract Instant acceptedAt();

    /** Gives the instruction to a mail, in place of any other. */
    public void attachTo(Mail mail) {
        removeFrom(mail);
        attach(mail, SendAttributes.MODE, mode().name());
        attach(mail, SendAttributes.MAILBOX, mailbox().asString());
        attach(mail, SendAttributes.DELEGATE, delegate().asString());
        attach(mail, SendAttributes.SERVER, server());
        attach(mail, SendAttributes.RECEIVED, received());
        attach(mail, SendAttributes.ID, id());
        attach(mail, SendAttributes.ACCEPTED_AT, acceptedAt().toString());
        from().ifPresent(value -> attach(mail, SendAttributes.FROM, value));
        messageId().ifPresent(value -> attach(mail, SendAttributes.MESSAGE_ID, value));
        if (nullSender()) {
            attach(mail, SendAttributes.NULL_SENDER, "true");
        }
        if (discardsSender()) {
            attach(mail, SendAttributes.DISCARDS_SENDER, "true");
        }
    }

    /** Records on a mail that its instruction has been carried out. */
    public static void markCarriedOut(Mail mail) {
        attach(mail, SendAttributes.REWRITTEN, "true");
    }

    private static void attach(Mail mail, AttributeName name, String value) {
        mail.setAttribute(new Attribute(name, AttributeValue.of(value)));
    }

    /** Builds a {@link SendInstruction}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder delegate(Username delegate);

        abstract Builder server(String server);

        public abstract Builder mode(SendMode mode);

        public abstract Builder mailbox(Username mailbox);

        public abstract Builder discardsSender(boolean discardsSender);

        public abstract Builder from(Optional<String> from);

        public abstract Builder received(String received);

        public abstract Builder messageId(Optional<String> messageId);

        public abstract Builder nullSender(boolean nullSender);

        public abstract Builder id(String id);

        public abstract Builder acceptedAt(Instant acceptedAt);

        public abstract SendInstruction build();
    }
}
