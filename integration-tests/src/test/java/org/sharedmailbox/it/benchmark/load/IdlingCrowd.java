/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sharedmailbox.it.benchmark.Samples;

/** Many connections that idle, looked after by the one thread that uses this. */
final class IdlingCrowd implements AutoCloseable {
    private static final long TIMEOUT_MILLIS = 20_000;
    private static final long QUIET_MILLIS = 30;

    private final Selector selector;
    private final List<IdlingConnection> connections = new ArrayList<>();
    private final ExecutorService others = Executors.newFixedThreadPool(8);

    IdlingCrowd() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens them, a few at a time. */
    void join(List<Callable<IdlingConnection>> opening) {
        try {
            for (Future<IdlingConnection> opened : others.invokeAll(opening)) {
                IdlingConnection connection = opened.get();
                connections.add(connection);
                connection.register(selector);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Has a mail arrive, and waits until all who idle where it does have been told.
     *
     * @param mailbox where it arrives; those who idle elsewhere may not be told
     * @param arrival sends the mail, and returns the moment from which to measure
     */
    Samples awaken(String mailbox, Callable<Long> arrival) {
        long awaited = connections.stream().filter(one -> one.mailbox().equals(mailbox)).count();
        Map<IdlingConnection, Long> told = new LinkedHashMap<>();
        try {
            while (selector.select(QUIET_MILLIS) > 0) {
                readSelected(told);
            }
            told.clear();
            Future<Long> started = others.submit(arrival);
            long end = System.currentTimeMillis() + TIMEOUT_MILLIS;
            while (told.size() < awaited) {
                if (System.currentTimeMillis() > end) {
                    throw new IllegalStateException(told.size() + " of " + awaited + " were told");
                }
                selector.select(TIMEOUT_MILLIS / 10);
                readSelected(told);
            }
            if (told.keySet().stream().anyMatch(one -> !one.mailbox().equals(mailbox))) {
                throw new IllegalStateException("Others than those of " + mailbox + " were told");
            }
            Samples samples = new Samples();
            long from = started.get();
            told.values().forEach(at -> samples.add(at - from));
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void readSelected(Map<IdlingConnection, Long> told) throws IOException {
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            IdlingConnection connection = (IdlingConnection) keys.next().attachment();
            keys.remove();
            if (connection.hasNewMail()) {
                told.putIfAbsent(connection, System.nanoTime());
            }
        }
    }

    /** Hangs up without a word, as a laptop does that is shut. */
    @Override
    public void close() {
        others.shutdownNow();
        try {
            for (IdlingConnection connection : connections) {
                connection.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
