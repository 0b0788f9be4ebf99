/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** The mail server of the customer: takes whatever James relays, and shows it. */
public final class CustomerServer implements AutoCloseable {
    private static final Duration RELAY = Duration.ofSeconds(60);
    private static final long START_UP_MILLIS = 60_000;

    private final List<RelayedMail> received = new CopyOnWriteArrayList<>();
    private final GreenMail server = new GreenMail(setup());

    private CustomerServer() {}

    /** A new server, which listens. */
    public static CustomerServer start() {
        CustomerServer customers = new CustomerServer();
        customers.server.start();
        var users = customers.server.getManagers().getUserManager();
        var delivery = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler(
                (mail, recipient) -> {
                    customers.received.add(relayed(mail, recipient.getEmail()));
                    return delivery.handle(mail, recipient);
                });
        return customers;
    }

    private static ServerSetup setup() {
        ServerSetup setup = ServerSetup.SMTP.dynamicPort();
        setup.setServerStartupTimeout(START_UP_MILLIS);
        return setup;
    }

    /** Where it listens. */
    public int port() {
        return server.getSmtp().getPort();
    }

    /** The mail with this subject; waits for it to arrive. */
    public RelayedMail receives(String subject) {
        return Awaitility.await("a relayed mail about " + subject)
                .atMost(RELAY)
                .until(
                        () ->
                                received.stream()
                                        .filter(mail -> mail.subject().equals(subject))
                                        .findFirst()
                                        .orElse(null),
                        Objects::nonNull);
    }

    /** Everything that has arrived until now, one entry for each recipient. */
    public List<RelayedMail> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static RelayedMail relayed(MovingMessage mail, String recipient) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.getMessage().writeTo(bytes);
            String raw = withoutTrace(bytes.toString(StandardCharsets.ISO_8859_1));
            return new RelayedMail(
                    mail.getReturnPath().getEmail(),
                    recipient,
                    raw,
                    new MimeMessage(
                            null,
                            new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the Return-Path and the Received that this server itself has put on top. */
    private static String withoutTrace(String raw) {
        int firstLine = raw.indexOf("\r\n") + 2;
        return raw.substring(raw.indexOf("\r\n", firstLine) + 2);
    }
}
