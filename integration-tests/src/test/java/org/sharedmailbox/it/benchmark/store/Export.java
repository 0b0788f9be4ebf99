/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import com.google.common.base.Stopwatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.LongStream;
import org.sharedmailbox.it.server.StockJames;

/**
 * One download of all delegations as CSV, and the heap that the server had meanwhile. Immutable.
 */
final class Export {
    private final int rows;
    private final Duration taken;
    private final long largestHeap;

    private Export(int rows, Duration taken, long largestHeap) {
        this.rows = rows;
        this.taken = taken;
        this.largestHeap = largestHeap;
    }

    /**
     * Downloads it line by line.
     *
     * @param looks how often the server's heap is looked at on the way: the server waits meanwhile
     */
    static Export from(StockJames james, int delegations, int looks) {
        int apart = delegations / (looks + 1);
        Stopwatch watch = Stopwatch.createStarted();
        int rows = -1;
        long largest = 0;
        try (BufferedReader lines = open(james)) {
            while (lines.readLine() != null) {
                rows++;
                if (looks > 0 && rows > 0 && rows % apart == 0) {
                    watch.stop();
                    largest = Math.max(largest, heap(james));
                    watch.start();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows < delegations) {
            throw new IllegalStateException("Only " + rows + " of " + delegations + " came");
        }
        return new Export(rows, watch.elapsed(), largest);
    }

    /** Looks several times: until all buffers on the way are full, the server goes on. */
    private static long heap(StockJames james) {
        return LongStream.generate(james::heapAfterCollection).limit(3).min().orElseThrow();
    }

    private static BufferedReader open(StockJames james) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection)
                        james.webAdmin().resolve("/delegations").toURL().openConnection();
        connection.setRequestProperty("Accept", "text/csv");
        return new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    Duration taken() {
        return taken;
    }

    long rowsPerSecond() {
        return rows * 1_000L / Math.max(1, taken.toMillis());
    }

    /** Returns the octets in use after a full collection, at most; 0 if nobody looked. */
    long largestHeap() {
        return largestHeap;
    }
}
