/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * A customer's mail server that keeps every octet as it came, takes 8-bit mail, and knows nobody
 * whose name begins with "unknown".
 */
public final class OctetServer implements AutoCloseable {
    private static final Duration RELAY = Duration.ofSeconds(60);

    private final List<RelayedMail> received = new CopyOnWriteArrayList<>();
    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final ServerSocket socket;

    private OctetServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** A new server, which listens. */
    public static OctetServer start() {
        try {
            OctetServer server =
                    new OctetServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            server.connections.execute(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** The first mail with this subject; waits for it to arrive. */
    public RelayedMail receives(String subject) {
        return Awaitility.await("a relayed mail about " + subject)
                .atMost(RELAY)
                .until(() -> about(subject).stream().findFirst().orElse(null), Objects::nonNull);
    }

    /** What has arrived with this subject, one entry for each recipient. */
    public List<RelayedMail> about(String subject) {
        return received.stream()
                .filter(mail -> mail.subject().equals(subject))
                .collect(Collectors.toList());
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            say(connection, "220 customer.test");
            String sender = "";
            List<String> recipients = new ArrayList<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String command = line.strip();
                String verb =
                        command.substring(0, Math.min(4, command.length()))
                                .toUpperCase(Locale.ROOT);
                String reply = "250 2.0.0 OK";
                if (verb.equals("EHLO")) {
                    reply = "250-customer.test\r\n250-8BITMIME\r\n250 SIZE";
                } else if (verb.equals("MAIL")) {
                    sender = address(command);
                    recipients.clear();
                } else if (verb.equals("RCPT") && address(command).startsWith("unknown")) {
                    reply = "550 5.1.1 Nobody here has this name";
                } else if (verb.equals("RCPT")) {
                    recipients.add(address(command));
                } else if (verb.equals("DATA")) {
                    say(connection, "354 Go on");
                    take(sender, recipients, message(in));
                }
                say(connection, verb.equals("QUIT") ? "221 Bye" : reply);
            }
        } catch (IOException e) {
            // The client has gone; what it did not finish has not been sent.
            return;
        }
    }

    private void take(String sender, List<String> recipients, String raw) {
        for (String recipient : recipients) {
            try {
                byte[] octets = raw.getBytes(StandardCharsets.ISO_8859_1);
                MimeMessage parsed = new MimeMessage(null, new ByteArrayInputStream(octets));
                received.add(new RelayedMail(sender, recipient, raw, parsed));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String message(InputStream in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = line(in); !line.equals(".\r\n"); line = line(in)) {
            message.append(line.startsWith(".") ? line.substring(1) : line);
        }
        return message.toString();
    }

    /** With its end; empty at the end of the connection. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            line.write(octet);
            if (octet == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }

    private static void say(Socket connection, String reply) throws IOException {
        connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            socket.close();
            connections.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
