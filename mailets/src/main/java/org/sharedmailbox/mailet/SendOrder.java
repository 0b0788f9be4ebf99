/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.sharedmailbox.sending.SendMode;

/** What the SMTP hook decided about an accepted mail and {@link DelegatedSender} carries out. */
@AutoValue
public abstract class SendOrder {
    static final Attribute REWRITTEN =
            new Attribute(SendAttributes.REWRITTEN, AttributeValue.of("true"));

    SendOrder() {}

    /**
     * @param server the name under which the server that accepts the mail greets
     */
    public static Builder sentBy(Username delegate, String server) {
        return new AutoValue_SendOrder.Builder().delegate(delegate).server(server);
    }

    /** The order of a mail that {@link DelegatedSender} has made the mailbox's; else empty. */
    public static Optional<SendOrder> carriedOutOn(Mail mail) {
        return mail.getAttribute(SendAttributes.REWRITTEN).flatMap(mark -> of(mail));
    }

    /** Empty if the mail did not come through the hook. */
    public static Optional<SendOrder> of(Mail mail) {
        return text(mail, SendAttributes.WAY).map(way -> of(mail, SendMode.valueOf(way)));
    }

    private static SendOrder of(Mail mail, SendMode way) {
        return sentBy(account(mail, SendAttributes.DELEGATE), need(mail, SendAttributes.SERVER))
                .way(way)
                .mailbox(account(mail, SendAttributes.MAILBOX))
                .discardsSender(text(mail, SendAttributes.DISCARDS_SENDER).isPresent())
                .from(text(mail, SendAttributes.FROM))
                .received(need(mail, SendAttributes.RECEIVED))
                .id(need(mail, SendAttributes.ID))
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

    /** Removes every order from a mail, whoever gave it. */
    public static void removeFrom(Mail mail) {
        SendAttributes.ALL.forEach(mail::removeAttribute);
    }

    public abstract SendMode way();

    public abstract Username mailbox();

    public abstract Username delegate();

    public abstract String server();

    public abstract boolean discardsSender();

    /** The value of From to write, folded; empty to leave the client's. */
    public abstract Optional<String> from();

    /** The value of the one Received to write, folded. */
    public abstract String received();

    /** The accepted mail's name. */
    public abstract String id();

    /** Gives the order to a mail, in place of any other. */
    public void attachTo(Mail mail) {
        removeFrom(mail);
        attach(mail, SendAttributes.WAY, way().name());
        attach(mail, SendAttributes.MAILBOX, mailbox().asString());
        attach(mail, SendAttributes.DELEGATE, delegate().asString());
        attach(mail, SendAttributes.SERVER, server());
        attach(mail, SendAttributes.RECEIVED, received());
        attach(mail, SendAttributes.ID, id());
        from().ifPresent(value -> attach(mail, SendAttributes.FROM, value));
        if (discardsSender()) {
            attach(mail, SendAttributes.DISCARDS_SENDER, "true");
        }
    }

    private static void attach(Mail mail, AttributeName name, String value) {
        mail.setAttribute(new Attribute(name, AttributeValue.of(value)));
    }

    /** Builds a {@link SendOrder}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder delegate(Username delegate);

        abstract Builder server(String server);

        public abstract Builder way(SendMode way);

        public abstract Builder mailbox(Username mailbox);

        public abstract Builder discardsSender(boolean discardsSender);

        public abstract Builder from(Optional<String> from);

        public abstract Builder received(String received);

        public abstract Builder id(String id);

        public abstract SendOrder build();
    }
}
