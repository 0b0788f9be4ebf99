/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.store.backup.TransferRefusedException;

/** The body of an answer, for which nobody waits for ever. */
final class TimedBody implements Flow.Subscriber<List<ByteBuffer>> {
    private final Duration patience;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;

    /**
     * @param patience the longest time without an octet
     */
    TimedBody(Duration patience) {
        this.patience = patience;
    }

    /**
     * Writes all of it.
     *
     * @throws TransferRefusedException if it breaks off, or stops coming
     */
    void transferTo(OutputStream out) throws IOException {
        try {
            for (Part part = next(); part.octets != null; part = next()) {
                for (ByteBuffer buffer : part.octets) {
                    byte[] octets = new byte[buffer.remaining()];
                    buffer.get(octets);
                    out.write(octets);
                }
            }
        } finally {
            cancel();
        }
    }

    /** Wants no more of it. */
    void cancel() {
        Flow.Subscription whole = subscription;
        if (whole != null) {
            whole.cancel();
        }
    }

    private Part next() {
        Part part = polled();
        if (part == null) {
            throw new TransferRefusedException(
                    String.format(
                            "James has sent nothing of its answer for %d seconds: look in its log,"
                                    + " and try again",
                            patience.toSeconds()));
        }
        if (part.failure != null) {
            throw new TransferRefusedException(
                    "James has broken off its answer: look in its log, and try again",
                    part.failure);
        }
        Flow.Subscription more = subscription;
        if (more != null) {
            more.request(1);
        }
        return part;
    }

    private @Nullable Part polled() {
        try {
            return parts.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransferRefusedException("Interrupted while waiting for an answer", e);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> octets) {
        parts.add(new Part(octets, null));
    }

    @Override
    public void onError(Throwable failure) {
        parts.add(new Part(null, failure));
    }

    @Override
    public void onComplete() {
        parts.add(new Part(null, null));
    }

    /** Octets, or how they end. */
    private static final class Part {
        private final @Nullable List<ByteBuffer> octets;
        private final @Nullable Throwable failure;

        Part(@Nullable List<ByteBuffer> octets, @Nullable Throwable failure) {
            this.octets = octets;
            this.failure = failure;
        }
    }
}
