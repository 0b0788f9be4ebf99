/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedmailbox.it.server.JamesServer;

/** IMAP as lines, for tests that mind the exact bytes. The story is told with a real client. */
public final class RawImap implements AutoCloseable {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");

    private final RawConnection connection;
    private final String greeting;
    private int commands;

    private RawImap(RawConnection connection) {
        this.connection = connection;
        this.greeting = connection.readLine();
    }

    /** A new connection to the TLS port, nobody signed in yet. */
    public static RawImap connect(JamesServer james) {
        RawConnection connection = new RawConnection(james.ports().imaps());
        connection.upgrade(james.tls());
        return new RawImap(connection);
    }

    /** A new connection to the port without TLS. */
    public static RawImap connectInTheClear(JamesServer james) {
        return connectInTheClear(james.ports().imap());
    }

    /** A new connection to a port of this host, without TLS. */
    public static RawImap connectInTheClear(int port) {
        return new RawImap(new RawConnection(port));
    }

    /** The server's first line. */
    public String greeting() {
        return greeting;
    }

    /** Sends a command, which gets a tag, and reads to its tagged response. */
    public ImapAnswer command(String command) {
        String tag = nextTag();
        connection.sendLine(tag + " " + command);
        return answerTo(tag);
    }

    /**
     * Sends a command that ends with a literal, which is sent when the server asks for it; some
     * servers refuse without asking.
     */
    public ImapAnswer command(String command, String literal) {
        String tag = nextTag();
        int length = literal.getBytes(StandardCharsets.ISO_8859_1).length;
        connection.sendLine(tag + " " + command + " {" + length + "}");
        List<String> untagged = new ArrayList<>();
        for (String line = response(); ; line = response()) {
            if (line.startsWith("+")) {
                connection.sendLine(literal);
                ImapAnswer answer = answerTo(tag);
                untagged.addAll(answer.untagged());
                return new ImapAnswer(untagged, answer.completion());
            }
            if (line.startsWith(tag + " ")) {
                return new ImapAnswer(untagged, line.substring(tag.length() + 1));
            }
            untagged.add(line);
        }
    }

    /** Sends a line as it is. */
    public void send(String line) {
        connection.sendLine(line);
    }

    /** The next response, with its literals. */
    public String response() {
        StringBuilder response = new StringBuilder(connection.readLine());
        Matcher literal = LITERAL.matcher(response);
        while (literal.find()) {
            response.append("\r\n").append(connection.read(Integer.parseInt(literal.group(1))));
            String rest = connection.readLine();
            response.append(rest);
            literal = LITERAL.matcher(rest);
        }
        return response.toString();
    }

    /** Waits for the end of the connection; false if the server says something instead. */
    public boolean isClosedByServer() {
        return connection.isClosedByServer();
    }

    @Override
    public void close() {
        connection.close();
    }

    private String nextTag() {
        commands++;
        return "a" + commands;
    }

    private ImapAnswer answerTo(String tag) {
        List<String> untagged = new ArrayList<>();
        String line = response();
        while (!line.startsWith(tag + " ")) {
            untagged.add(line);
            line = response();
        }
        return new ImapAnswer(untagged, line.substring(tag.length() + 1));
    }
}
