/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.it.server.JamesServer;

/** A mail client as people have it: IMAP over TLS, SMTP with STARTTLS. */
final class MailClient {
    private static final String TIMEOUT_MILLIS = "30000";

    private final JamesServer james;

    MailClient(JamesServer james) {
        this.james = james;
    }

    /** Signs in over IMAP. */
    Store signIn(String user, String password) throws MessagingException {
        Store store = Session.getInstance(properties("imaps")).getStore("imaps");
        store.connect("localhost", james.ports().imaps(), user, password);
        return store;
    }

    /** Submits a letter, signed in. */
    Submission submit(Letter letter, String user, String password) {
        Properties properties = properties("smtp");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.auth", "true");
        return send(letter, properties, james.ports().submission(), user, password);
    }

    /** Hands over a letter as another mail server does. */
    Submission deliver(Letter letter) {
        return send(letter, properties("smtp"), james.ports().smtp(), null, null);
    }

    private static Submission send(
            Letter letter,
            Properties properties,
            int port,
            @Nullable String user,
            @Nullable String password) {
        properties.put("mail.smtp.from", letter.envelopeSender());
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("localhost", port, user, password);
            MimeMessage message = letter.write(session);
            transport.sendMessage(message, message.getAllRecipients());
            return Submission.accepted();
        } catch (SendFailedException e) {
            return Submission.refused(reply(e));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The reply to MAIL or DATA is on top, those to RCPT are below. */
    private static String reply(SendFailedException refusal) {
        MessagingException reply = refusal;
        while (!(reply instanceof SMTPSendFailedException)
                && reply.getNextException() instanceof MessagingException) {
            reply = (MessagingException) reply.getNextException();
        }
        return String.valueOf(reply.getMessage());
    }

    private Properties properties(String protocol) {
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".ssl.socketFactory", james.tls().getSocketFactory());
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.put("mail." + protocol + ".connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail." + protocol + ".timeout", TIMEOUT_MILLIS);
        return properties;
    }
}
