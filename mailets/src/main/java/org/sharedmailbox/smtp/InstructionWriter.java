/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import javax.inject.Inject;
import javax.mail.internet.AddressException;
import org.apache.james.core.Username;
import org.apache.mailet.Mail;
import org.sharedmailbox.header.DisplayNames;
import org.sharedmailbox.header.SubmittedHeaders;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendDecision;

/** Writes down for the mailets how an accepted mail has to leave. Thread-safe. */
final class InstructionWriter {
    private final SharedMailboxes mailboxes;
    private final Clock clock;

    @Inject
    InstructionWriter(SharedMailboxes mailboxes, Clock clock) {
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /**
     * Returns the instruction that carries out the decision.
     *
     * @param server the name by which this server introduces itself
     */
    SendInstruction write(
            SendDecision decision,
            Username user,
            String server,
            Mail mail,
            SubmittedHeaders headers)
            throws AddressException {
        return SendInstruction.sentBy(user, server)
                .mode(decision.mode())
                .mailbox(decision.mailbox())
                .discardsSender(decision.discardsSender())
                .from(from(decision, headers))
                .received(received(server, mail))
                .messageId(messageId(decision, headers))
                .nullSender(mail.getMaybeSender().isNullSender())
                .id(mail.getName())
                .acceptedAt(clock.instant())
                .build();
    }

    /** Returns a From with the mailbox's display name, if it has one and the client gave none. */
    private Optional<String> from(SendDecision decision, SubmittedHeaders headers)
            throws AddressException {
        Optional<String> from =
                headers.first("From").filter(value -> !DisplayNames.isPresentIn(value));
        if (!decision.mode().isDelegated() || from.isEmpty()) {
            return Optional.empty();
        }
        Optional<DisplayName> name =
                mailboxes.find(decision.mailbox()).map(SharedMailbox::displayName);
        return name.isPresent()
                ? Optional.of(DisplayNames.add(name.get().asString(), from.get()))
                : Optional.empty();
    }

    /**
     * Returns a new Message-ID for a mail without one. It names the mailbox's domain and nothing
     * that belongs to the delegate.
     */
    private static Optional<String> messageId(SendDecision decision, SubmittedHeaders headers) {
        return headers.first("Message-ID").isPresent()
                ? Optional.empty()
                : decision.mailbox()
                        .getDomainPart()
                        .map(
                                domain ->
                                        String.format(
                                                "<%s@%s>", UUID.randomUUID(), domain.asString()));
    }

    /** Says that this server received the mail, but not from whom. */
    private String received(String server, Mail mail) {
        return String.format(
                "by %s with ESMTPA id %s;\r\n\t%s",
                server,
                mail.getName(),
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(clock)));
    }
}
