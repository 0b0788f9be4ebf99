/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The network between James and its database, for the tests: it forwards, and can stop to do so,
 * cut connections, and be slow.
 */
public final class PausingProxy implements AutoCloseable {
    private static final int CHUNK = 8_192;

    /** What becomes of octets on their way. */
    private enum Flow {
        FORWARD,
        /** To the server they go on, from there nothing comes back. */
        KEEP_ANSWERS,
        /** They wait, and so does who connects. */
        KEEP_ALL
    }

    private final int target;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private Flow flow = Flow.FORWARD;
    private volatile Duration delay = Duration.ZERO;

    private PausingProxy(int target, ServerSocket listening) {
        this.target = target;
        this.listening = listening;
    }

    /** Forwards to that port of this host, from another one. */
    public static PausingProxy to(int target) {
        try {
            PausingProxy proxy =
                    new PausingProxy(
                            target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            start("accept", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Keeps everything that is sent, in both directions: as if a cable were out. */
    public void pause() {
        set(Flow.KEEP_ALL);
    }

    /** Keeps what the server answers; what it is told still reaches it. */
    public void pauseAnswers() {
        set(Flow.KEEP_ANSWERS);
    }

    /** Forwards what was kept, and everything from now on. */
    public void resume() {
        set(Flow.FORWARD);
    }

    /** Lets everything take that much longer, in each direction. */
    public void delay(Duration each) {
        delay = each;
    }

    /** Ends all connections, with what was kept in them; others can be made. */
    public void cut() {
        open.forEach(PausingProxy::close);
    }

    private synchronized void set(Flow wanted) {
        flow = wanted;
        notifyAll();
    }

    private synchronized void await(boolean answers) throws InterruptedException {
        while (flow == Flow.KEEP_ALL || (answers && flow == Flow.KEEP_ANSWERS)) {
            wait();
        }
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            try {
                connect(client, new Socket(InetAddress.getLoopbackAddress(), target));
            } catch (IOException e) {
                // The server is down, as its client is told by this.
                client.close();
            }
        }
    }

    private void connect(Socket client, Socket server) throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        start("ask", () -> forward(client, server, false));
        start("answer", () -> forward(server, client, true));
    }

    private void forward(Socket from, Socket to, boolean answers)
            throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                await(answers);
                out.write(chunk, 0, read);
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
        resume();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }

    private static void start(String name, Work work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException | InterruptedException e) {
                                // One of the two has ended the connection, or the test is over.
                            }
                        },
                        "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What one thread does. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
