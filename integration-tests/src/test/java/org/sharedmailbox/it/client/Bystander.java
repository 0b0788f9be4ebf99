/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who asks for nothing but NOOP, again and again, in their own INBOX. How long they wait
 * is what a machine that is busy with something else takes from everybody, and what a limit of time
 * has to be longer by. Thread-safe.
 */
public final class Bystander implements AutoCloseable {
    private static final int PAUSE_MILLIS = 5;

    private final RawImap imap;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();

    /** When the command was sent that is not answered yet. */
    private volatile long sent;

    private volatile boolean waiting;

    private Bystander(RawImap imap) {
        this.imap = imap;
    }

    /** That person, who begins now. */
    public static Bystander of(Person person) {
        Bystander bystander = new Bystander(person.imap());
        if (!bystander.imap.command("SELECT INBOX").isOk()) {
            throw new IllegalStateException(person.address() + " has no INBOX");
        }
        bystander.thread.scheduleWithFixedDelay(
                bystander::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return bystander;
    }

    private void ask() {
        sent = System.nanoTime();
        waiting = true;
        try {
            imap.command("NOOP");
        } catch (UncheckedIOException e) {
            // The server or this connection is gone: nobody waits any more.
            thread.shutdown();
        }
        waits.add(new Wait(sent, System.nanoTime()));
        waiting = false;
    }

    /** The longest wait of which a part lies after that moment, by {@link System#nanoTime}. */
    public Duration longestWaitSince(long moment) {
        long unanswered = waiting ? System.nanoTime() - sent : 0;
        return Duration.ofNanos(
                waits.stream()
                        .filter(wait -> wait.end - moment >= 0)
                        .mapToLong(wait -> wait.end - wait.begin)
                        .reduce(unanswered, Math::max));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        imap.close();
    }

    private static final class Wait {
        private final long begin;
        private final long end;

        Wait(long begin, long end) {
            this.begin = begin;
            this.end = end;
        }
    }
}
