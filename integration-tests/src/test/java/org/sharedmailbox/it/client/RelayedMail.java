/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A mail as it reached the customer's server: the envelope, and the message byte for byte. */
public final class RelayedMail {
    private final String envelopeSender;
    private final String recipient;
    private final String raw;
    private final MimeMessage message;

    RelayedMail(String envelopeSender, String recipient, String raw, MimeMessage message) {
        this.envelopeSender = envelopeSender;
        this.recipient = recipient;
        this.raw = raw;
        this.message = message;
    }

    /** The address of MAIL FROM. */
    public String envelopeSender() {
        return envelopeSender;
    }

    /** The address of RCPT TO. */
    public String recipient() {
        return recipient;
    }

    /** The message as it left James; one character is one byte. */
    public String raw() {
        return raw;
    }

    /** The header lines of this name, without the name. */
    public List<String> header(String name) {
        try {
            return Optional.ofNullable(message.getHeader(name))
                    .map(Arrays::asList)
                    .orElse(Collections.emptyList());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of all headers, in their order. */
    public List<String> headerNames() {
        try {
            return Collections.list(message.getAllHeaders()).stream()
                    .map(header -> header.getName())
                    .collect(Collectors.toList());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    String subject() {
        return String.join("", header("Subject"));
    }

    @Override
    public String toString() {
        return "MAIL FROM:<" + envelopeSender + "> RCPT TO:<" + recipient + ">\n" + raw;
    }
}
