/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.postgresql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * What PgBouncer with {@code ignore_startup_parameters=search_path} does to connections on their
 * way: the server never hears of the schema that they ask for.
 */
public final class LikePgBouncer implements AutoCloseable {
    private static final String DROPPED = "\0search_path\0";

    /** As long, and of no meaning to the server. */
    private static final String INSTEAD = "\0nothing.one\0";

    private final int target;
    private final ServerSocket listening;

    private LikePgBouncer(int target, ServerSocket listening) {
        this.target = target;
        this.listening = listening;
    }

    /** Forwards to that port of this host, from another one. */
    public static LikePgBouncer to(int target) {
        try {
            LikePgBouncer bouncer =
                    new LikePgBouncer(
                            target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            start(bouncer::accept);
            return bouncer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the URL of the same database, by this way, and without TLS. */
    public String url(String url) {
        return url.replace(":" + target + "/", ":" + listening.getLocalPort() + "/")
                + "?sslmode=disable";
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            start(() -> ask(client, server));
            start(() -> forward(server, client));
        }
    }

    private static void ask(Socket client, Socket server) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(server.getOutputStream());
        int length = in.readInt();
        String startup =
                new String(in.readNBytes(length - Integer.BYTES), StandardCharsets.ISO_8859_1);
        out.writeInt(length);
        out.write(startup.replace(DROPPED, INSTEAD).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        forward(client, server);
    }

    private static void forward(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Work work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException e) {
                                // One of the two has ended the connection, or the test is over.
                            }
                        },
                        "like-pgbouncer");
        thread.setDaemon(true);
        thread.start();
    }

    /** What one thread does. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
