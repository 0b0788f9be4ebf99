/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stands in front of a server of HTTP, hands every octet on, and keeps what it has seen. What
 * begins with the path of a page goes to the server of pages instead, as if a name had pointed
 * there.
 */
public final class RecordingRelay implements AutoCloseable {
    private static final Pattern REQUEST =
            Pattern.compile("(GET|HEAD|POST|PUT|DELETE|OPTIONS) (\\S+) HTTP/1\\.1\r\n");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private final Collection<ByteArrayOutputStream> sent = new ConcurrentLinkedQueue<>();
    private final Collection<ByteArrayOutputStream> answered = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket socket;
    private final int server;
    private final int pages;

    private RecordingRelay(ServerSocket socket, int server, int pages) {
        this.socket = socket;
        this.server = server;
        this.pages = pages;
    }

    /** Listens in front of the server at that port of this machine, and of that of pages. */
    public static RecordingRelay before(int server, int pages) {
        try {
            RecordingRelay relay =
                    new RecordingRelay(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                            server,
                            pages);
            relay.threads.execute(relay::listen);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** The requests to the server, each as its method, a blank and its path. */
    public List<String> requests() {
        return found(sent, REQUEST, match -> match.group(1) + " " + match.group(2));
    }

    /** The status of each answer of the server. */
    public List<String> statuses() {
        return found(answered, STATUS, match -> match.group(1));
    }

    private static List<String> found(
            Collection<ByteArrayOutputStream> octets,
            Pattern pattern,
            Function<MatchResult, String> named) {
        return octets.stream()
                .map(each -> each.toString(StandardCharsets.ISO_8859_1))
                .flatMap(text -> pattern.matcher(text).results())
                .map(named)
                .collect(Collectors.toList());
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> relay(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void relay(Socket client) {
        try (client) {
            byte[] first = new byte[1 << 16];
            int length = client.getInputStream().read(first);
            if (length < 0) {
                return;
            }
            boolean page =
                    new String(first, 0, length, StandardCharsets.ISO_8859_1)
                            .startsWith("GET /page");
            ByteArrayOutputStream requests = new ByteArrayOutputStream();
            ByteArrayOutputStream answers = new ByteArrayOutputStream();
            if (!page) {
                sent.add(requests);
                answered.add(answers);
            }
            try (Socket behind =
                    new Socket(InetAddress.getLoopbackAddress(), page ? pages : server)) {
                requests.write(first, 0, length);
                behind.getOutputStream().write(first, 0, length);
                threads.execute(() -> pump(client, behind, requests));
                pump(behind, client, answers);
            }
        } catch (IOException e) {
            // The browser has hung up; what it sent is kept.
            return;
        }
    }

    private static void pump(Socket from, Socket to, ByteArrayOutputStream record) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] octets = new byte[1 << 16];
            for (int length = in.read(octets); length >= 0; length = in.read(octets)) {
                record.write(octets, 0, length);
                out.write(octets, 0, length);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has hung up.
            return;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
