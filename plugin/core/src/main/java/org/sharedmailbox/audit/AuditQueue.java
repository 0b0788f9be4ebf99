/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * Entries about what people do with mail on their way to the audit log, so that nobody waits for
 * it. They are written many at a time, in the order in which they came. While the store is away at
 * most {@value #MAX_WAITING} wait, in memory; of what has been done beyond that, one entry counts
 * how much it was. Thread-safe.
 */
@Singleton
public class AuditQueue implements AuditSink {
    static final int MAX_WAITING = 20_000;

    private static final int MAX_WRITTEN_AT_A_TIME = 500;

    /** Mailbox of the entry about entries. */
    private static final Username NO_MAILBOX = Username.of("system");

    private final AuditLog log;
    private final Clock clock;
    private final Object writing = new Object();

    private final Deque<AuditEntry> waiting = new ArrayDeque<>();
    private long leftOut;
    private Instant leftOutSince = Instant.MIN;
    private boolean closed;

    @Inject
    public AuditQueue(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records what has happened, or counts it if there is no room. Does not block, but after {@link
     * #close}.
     */
    @Override
    public void append(AuditEntry entry) {
        if (!offer(ImmutableList.of(entry))) {
            count();
        }
    }

    /**
     * Records all, or refuses them if there is no room. Does not block, but after {@link #close}.
     */
    @Override
    public void appendAll(Collection<AuditEntry> entries) {
        if (!offer(entries)) {
            throw new StoreUnavailableException(
                    "The audit log has no room for more entries until the store answers");
        }
    }

    private boolean offer(Collection<AuditEntry> entries) {
        boolean late;
        synchronized (waiting) {
            if (waiting.size() + entries.size() > MAX_WAITING) {
                return false;
            }
            waiting.addAll(entries);
            late = closed;
        }
        if (late) {
            write();
        }
        return true;
    }

    private void count() {
        synchronized (waiting) {
            if (leftOut == 0) {
                leftOutSince = clock.instant();
            }
            leftOut++;
        }
    }

    /** Returns how many entries wait to be written. */
    public int size() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** Returns whether so many wait that soon there may be no room for more. */
    public boolean isFilling() {
        return size() > MAX_WAITING / 2;
    }

    /** Returns how many entries had no room, and are not yet told of in the audit log. */
    public long leftOut() {
        synchronized (waiting) {
            return leftOut;
        }
    }

    /**
     * Writes all that wait. Blocks.
     *
     * @throws StoreUnavailableException if the store cannot be reached; they wait on
     */
    public void write() {
        synchronized (writing) {
            for (List<AuditEntry> some = some(); !some.isEmpty(); some = some()) {
                log.appendAll(some);
                remove(some.size());
            }
            Optional<AuditEntry> rest = aboutLeftOut();
            if (rest.isPresent()) {
                log.append(rest.get());
                forgetLeftOut(rest.get());
            }
        }
    }

    /**
     * Drops the first of those that wait, which the store refuses.
     *
     * @return what was dropped
     */
    public Optional<AuditEntry> writeAllButTheFirstThatIsRefused() {
        synchronized (writing) {
            for (AuditEntry entry : some()) {
                try {
                    log.append(entry);
                } catch (StoreUnavailableException e) {
                    throw e;
                } catch (RuntimeException e) {
                    remove(1);
                    return Optional.of(entry);
                }
                remove(1);
            }
            return Optional.empty();
        }
    }

    private List<AuditEntry> some() {
        synchronized (waiting) {
            return ImmutableList.copyOf(Iterables.limit(waiting, MAX_WRITTEN_AT_A_TIME));
        }
    }

    private void remove(int written) {
        synchronized (waiting) {
            for (int i = 0; i < written; i++) {
                waiting.remove();
            }
        }
    }

    private Optional<AuditEntry> aboutLeftOut() {
        synchronized (waiting) {
            return leftOut == 0
                    ? Optional.empty()
                    : Optional.of(
                            AuditEntry.of(
                                    clock.instant(),
                                    Actor.system(),
                                    AuditAction.AUDIT_LEFT_OUT,
                                    NO_MAILBOX,
                                    Optional.empty(),
                                    ImmutableMap.of(
                                            RefusalWindow.LEFT_OUT,
                                            Long.toString(leftOut),
                                            RefusalWindow.SINCE,
                                            leftOutSince.toString())));
        }
    }

    private void forgetLeftOut(AuditEntry told) {
        synchronized (waiting) {
            leftOut -= Long.parseLong(told.details().getOrDefault(RefusalWindow.LEFT_OUT, "0"));
        }
    }

    /** Writes all that wait, and from now on each entry at once, because nobody does it later. */
    public void close() {
        synchronized (waiting) {
            closed = true;
        }
        write();
    }
}
