/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.sharedmailbox.it.client.Person;

/** A connection that idles in a folder (RFC 2177), without a thread of its own. */
final class IdlingConnection implements AutoCloseable {
    private final SocketChannel channel;
    private final ByteBuffer received = ByteBuffer.allocate(4_096);
    private final String mailbox;

    private IdlingConnection(SocketChannel channel, String mailbox) {
        this.channel = channel;
        this.mailbox = mailbox;
    }

    /** Idles in the person's own INBOX. */
    static IdlingConnection inOwn(int port, Person person) {
        return open(port, person, "INBOX", person.address());
    }

    /** Idles in the INBOX of a shared mailbox of this name. */
    static IdlingConnection inShared(int port, Person person, String name) {
        return open(port, person, "#user." + name + ".INBOX", name + "@example.com");
    }

    private static IdlingConnection open(int port, Person person, String folder, String mailbox) {
        try {
            IdlingConnection connection =
                    new IdlingConnection(
                            SocketChannel.open(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
                            mailbox);
            connection.awaitLine("* OK");
            connection.send("a LOGIN \"" + person.address() + "\" \"" + person.password() + "\"");
            connection.awaitLine("a OK");
            connection.send("b SELECT \"" + folder + "\"");
            connection.awaitLine("b OK");
            connection.send("c IDLE");
            connection.awaitLine("+");
            return connection;
        } catch (IOException e) {
            throw new IllegalStateException(person.address() + " cannot idle in " + folder, e);
        }
    }

    /** Returns the address to which mail for the folder goes. */
    String mailbox() {
        return mailbox;
    }

    /** Is selected from now on, with itself attached. */
    void register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Reads what is there, without waiting, and returns whether a mail has arrived. */
    boolean hasNewMail() throws IOException {
        if (text().endsWith("\n")) {
            received.clear();
        }
        fill();
        return text().contains(" EXISTS\r\n");
    }

    private void send(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Waits for the line that begins like this. */
    private void awaitLine(String beginning) throws IOException {
        received.clear();
        String text = "\r\n";
        while (!text.contains("\r\n" + beginning) || !text.endsWith("\r\n")) {
            if (text.contains("\r\na NO") || text.contains("\r\nb NO")) {
                throw new IOException(text);
            }
            fill();
            text = "\r\n" + text();
        }
    }

    private void fill() throws IOException {
        if (channel.read(received) < 0) {
            throw new EOFException("The server has hung up after: " + text());
        }
    }

    private String text() {
        return new String(received.array(), 0, received.position(), StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
