/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.sharedmailbox.it.server.JamesServer;

/** SMTP as lines, for tests that mind the exact bytes. The story is told with a real client. */
public final class RawSmtp implements AutoCloseable {
    private final RawConnection connection;
    private final String greeting;

    private RawSmtp(RawConnection connection) {
        this.connection = connection;
        this.greeting = reply();
    }

    /** A new connection to the port for mail from other servers. */
    public static RawSmtp connect(JamesServer james) {
        return new RawSmtp(new RawConnection(james.ports().smtp()));
    }

    /** A new connection to the submission port, without TLS yet. */
    public static RawSmtp connectInTheClear(JamesServer james) {
        return new RawSmtp(new RawConnection(james.ports().submission()));
    }

    /** A new connection to the submission port, after STARTTLS and EHLO. */
    public static RawSmtp submission(JamesServer james) {
        return secured(connectInTheClear(james), james);
    }

    /** The same from that address of this host. */
    public static RawSmtp submission(JamesServer james, InetAddress from) {
        return secured(new RawSmtp(new RawConnection(james.ports().submission(), from)), james);
    }

    private static RawSmtp secured(RawSmtp smtp, JamesServer james) {
        smtp.command("EHLO client.example");
        smtp.command("STARTTLS");
        smtp.connection.upgrade(james.tls());
        smtp.command("EHLO client.example");
        return smtp;
    }

    /** The server's first reply. */
    public String greeting() {
        return greeting;
    }

    /** Sends a line and reads the whole reply, its lines joined by line feeds. */
    public String command(String line) {
        connection.sendLine(line);
        return reply();
    }

    /** Signs in with AUTH PLAIN. */
    public String signIn(String user, String password) {
        byte[] secret = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return command("AUTH PLAIN " + Base64.getEncoder().encodeToString(secret));
    }

    /** Sends a message after DATA was accepted; its lines end with CR LF. */
    public String content(String message) {
        connection.send(message.replace("\r\n.", "\r\n.."));
        connection.sendLine(message.endsWith("\r\n") ? "." : "\r\n.");
        return reply();
    }

    /**
     * Submits a message in one go.
     *
     * @param sender the envelope's; empty for {@code <>}
     * @return the reply to the message, or the first that refuses something
     */
    public String sends(String sender, List<String> recipients, String message) {
        String reply = command("MAIL FROM:<" + sender + ">");
        for (String recipient : recipients) {
            reply = reply.startsWith("250 ") ? command("RCPT TO:<" + recipient + ">") : reply;
        }
        if (reply.startsWith("250 ")) {
            String go = command("DATA");
            reply = go.startsWith("354 ") ? content(message) : go;
        }
        if (!reply.startsWith("250 ")) {
            command("RSET");
        }
        return reply;
    }

    @Override
    public void close() {
        connection.close();
    }

    private String reply() {
        StringBuilder reply = new StringBuilder();
        String line = connection.readLine();
        while (line.length() > 3 && line.charAt(3) == '-') {
            reply.append(line).append('\n');
            line = connection.readLine();
        }
        return reply.append(line).toString();
    }
}
