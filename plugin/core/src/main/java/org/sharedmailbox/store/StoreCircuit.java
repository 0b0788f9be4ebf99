/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Strings;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A circuit breaker in front of the database: while it is away, callers are told so at once instead
 * of waiting for it one after another, because everybody's own commands ask, too. What waits for
 * the database to come back is a thread of its own, which asks every second. Thread-safe.
 */
final class StoreCircuit implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StoreCircuit.class);
    private static final Duration PROBE_PERIOD = Duration.ofSeconds(1);

    /** Classes of SQL states: a connection is broken; the server shuts down or starts. */
    private static final String CONNECTION_EXCEPTION = "08";

    private static final String OPERATOR_INTERVENTION = "57P";

    /** H2 could not read or write its file, and has closed it under all connections. */
    private static final ImmutableSet<String> CLOSED_FILE =
            ImmutableSet.of("90028", "90031", "90098", "90121", "HY000");

    /** A look-up that took too long. */
    private static final String QUERY_CANCELED = "57014";

    private static final int MAX_QUEUED = 10;
    private static final int IDLE_SECONDS = 60;

    private final StoreProbe probe;
    private final HikariDataSource pool;
    private final Scheduler prober =
            Schedulers.newBoundedElastic(
                    1, MAX_QUEUED, "shared-mailboxes-store", IDLE_SECONDS, true);

    private final AtomicReference<State> state = new AtomicReference<>(State.CLOSED);

    /** By the machine's monotonic timer, while open. */
    private volatile long openSince;

    /**
     * @param database for trying whether it answers
     * @param pool the connections that everybody uses
     */
    StoreCircuit(DataSource database, HikariDataSource pool) {
        this.probe = new StoreProbe(database);
        this.pool = pool;
    }

    /**
     * @throws StoreUnavailableException if the database is known to be away
     */
    void requireClosed() {
        if (state.get() == State.STOPPED) {
            throw new StoreUnavailableException("The store is closed: James is stopping");
        }
        if (state.get() == State.OPEN) {
            throw new StoreUnavailableException(
                    "The store of shared mailboxes does not answer: " + probe.reason());
        }
    }

    /** Returns for how long the database has been known to be away; empty if it is not. */
    Optional<Duration> openFor() {
        return state.get() == State.OPEN
                ? Optional.of(Duration.ofNanos(System.nanoTime() - openSince))
                : Optional.empty();
    }

    /**
     * Notes that work with the database failed. If no connection could be made, it is away. All may
     * be in use only, or the one that broke may have been the only one, which others need not
     * suffer for: then it is asked first.
     */
    void failed(RuntimeException failure) {
        List<SQLException> causes = causes(failure);
        if (Iterables.getLast(causes, null) instanceof SQLTransientConnectionException) {
            // The pool knows of no failure beside that it has waited.
            suspect(false);
        } else if (causes.stream().anyMatch(SQLTransientConnectionException.class::isInstance)) {
            open(String.valueOf(Iterables.getLast(causes).getMessage()));
        } else if (causes.stream().anyMatch(StoreCircuit::isAboutTheConnection)) {
            suspect(true);
        } else if (causes.stream().anyMatch(c -> QUERY_CANCELED.equals(c.getSQLState()))) {
            suspect(false);
        }
    }

    private static List<SQLException> causes(RuntimeException failure) {
        return Throwables.getCausalChain(failure).stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isAboutTheConnection(SQLException cause) {
        String state = Strings.nullToEmpty(cause.getSQLState());
        return state.startsWith(CONNECTION_EXCEPTION)
                || state.startsWith(OPERATOR_INTERVENTION)
                || CLOSED_FILE.contains(state);
    }

    /**
     * @param broken whether one of the connections is, and perhaps all
     */
    private void suspect(boolean broken) {
        if (state.compareAndSet(State.CLOSED, State.SUSPECTED)) {
            try {
                if (broken) {
                    // Those that were used a moment ago would be handed out without being tried.
                    pool.getHikariPoolMXBean().softEvictConnections();
                }
            } finally {
                // Nobody else asks while it is suspected.
                probeIn(Duration.ZERO);
            }
        }
    }

    /** Notes that nothing can be read there at present. */
    void open(String why) {
        probe.because(why);
        State before = state.getAndUpdate(now -> now == State.STOPPED ? now : State.OPEN);
        noteIfNew(before);
        if (before == State.CLOSED) {
            probeIn(PROBE_PERIOD);
        }
    }

    private void noteIfNew(State before) {
        if (before != State.OPEN && before != State.STOPPED) {
            openSince = System.nanoTime();
            LOGGER.warn(
                    "The store of shared mailboxes does not answer ({}). Until it does, shared"
                            + " mailboxes and delegated sending are refused; everybody's own"
                            + " mailbox works. It is asked again every {} s.",
                    probe.reason(),
                    PROBE_PERIOD.toSeconds());
        }
    }

    private void probeIn(Duration delay) {
        try {
            prober.schedule(this::probe, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("James is stopping", e);
        }
    }

    private void probe() {
        try {
            probeOnce();
        } catch (RuntimeException | Error e) {
            // Whatever it is: if it got out, nobody would ask again.
            probeIn(PROBE_PERIOD);
            LOGGER.warn("It could not be found out whether the store answers", e);
        }
    }

    private void probeOnce() {
        // Asked first, because the pool says only after a while that it gets no connection.
        boolean answers = probe.looksUp();
        if (answers && state.get() == State.OPEN) {
            // It has given up for some seconds, and whoever is let through would wait for it.
            answers = probe.connects(pool);
        }
        if (!answers) {
            noteIfNew(state.getAndUpdate(now -> now == State.STOPPED ? now : State.OPEN));
            probeIn(PROBE_PERIOD);
        } else if (state.getAndUpdate(now -> now == State.STOPPED ? now : State.CLOSED)
                == State.OPEN) {
            LOGGER.info("The store of shared mailboxes answers again");
        }
    }

    @Override
    public void close() {
        state.set(State.STOPPED);
        prober.dispose();
    }

    private enum State {
        /** The database answers, as far as is known. */
        CLOSED,
        /** A connection broke or is missing; it is being found out whether others can be made. */
        SUSPECTED,
        /** Nobody is let through. */
        OPEN,
        /** Nobody is let through any more. */
        STOPPED
    }
}
