/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeUtility;
import org.apache.james.core.Username;
import org.apache.mailet.Mail;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailet.SendOrder;
import org.sharedmailbox.sending.SendDecision;

/** Says how an accepted mail has to leave. */
final class SendOrders {
    private static final int AFTER_HEADER_NAME = "From: ".length();

    private final SharedMailboxes mailboxes;
    private final Clock clock;

    SendOrders(SharedMailboxes mailboxes, Clock clock) {
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /**
     * @param server the name under which this server greets
     */
    SendOrder of(
            SendDecision decision,
            Username user,
            String server,
            Mail mail,
            SubmittedHeaders headers)
            throws AddressException {
        return SendOrder.sentBy(user, server)
                .way(decision.way())
                .mailbox(decision.mailbox())
                .discardsSender(decision.discardsSender())
                .from(from(decision, headers))
                .received(received(server, mail))
                .id(mail.getName())
                .build();
    }

    /** With the mailbox's display name, if the client gave none and the mailbox has one. */
    private Optional<String> from(SendDecision decision, SubmittedHeaders headers)
            throws AddressException {
        Optional<String> from =
                headers.first("From").filter(value -> !AddressFieldReader.hasDisplayName(value));
        if (!decision.way().isDelegated() || from.isEmpty()) {
            return Optional.empty();
        }
        InternetAddress[] addresses = InternetAddress.parse(from.get(), true);
        return mailboxes
                .find(decision.mailbox())
                .map(SharedMailbox::displayName)
                .map(name -> withDisplayName(addresses[0], name));
    }

    private static String withDisplayName(InternetAddress address, DisplayName name) {
        try {
            String value =
                    new InternetAddress(
                                    address.getAddress(),
                                    name.asString(),
                                    StandardCharsets.UTF_8.name())
                            .toString();
            return MimeUtility.fold(AFTER_HEADER_NAME, value);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Java knows UTF-8", e);
        }
    }

    /** Says that we received it, and not from whom. */
    private String received(String server, Mail mail) {
        return String.format(
                "by %s with ESMTPA id %s;\r\n\t%s",
                server,
                mail.getName(),
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(clock)));
    }
}
