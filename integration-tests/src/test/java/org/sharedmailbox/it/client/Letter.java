/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** A mail before it is sent. */
public final class Letter {
    private final String from;
    private final String envelopeSender;
    private final String to;
    private final String subject;
    private final List<String> headers;

    private Letter(
            String from, String envelopeSender, String to, String subject, List<String> headers) {
        this.from = from;
        this.envelopeSender = envelopeSender;
        this.to = to;
        this.subject = subject;
        this.headers = headers;
    }

    /** From this address, in the header and on the envelope. */
    public static Letter from(String address) {
        return new Letter(address, address, address, "no subject", List.of());
    }

    /** On the envelope stands another sender than in the From header. */
    public Letter withEnvelopeSender(String address) {
        return new Letter(from, address, to, subject, headers);
    }

    /** To this one address. */
    public Letter to(String address) {
        return new Letter(from, envelopeSender, address, subject, headers);
    }

    /** About this. */
    public Letter about(String text) {
        return new Letter(from, envelopeSender, to, text, headers);
    }

    /** To the sender of a mail, and about the same. */
    public Letter answering(Message mail) {
        try {
            String sender = ((InternetAddress) mail.getFrom()[0]).getAddress();
            String id = String.join("", mail.getHeader("Message-ID"));
            return new Letter(
                    from,
                    envelopeSender,
                    sender,
                    "Re: " + mail.getSubject(),
                    List.of("In-Reply-To: " + id, "References: " + id));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    String envelopeSender() {
        return envelopeSender;
    }

    MimeMessage write(Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject);
        message.setText("About: " + subject);
        for (String header : headers) {
            message.addHeaderLine(header);
        }
        message.saveChanges();
        return message;
    }
}
