/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static java.util.stream.Collectors.toSet;

import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.delegation.RemoteNews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hears what other servers tell on the {@link NewsChannel}, on a thread and a connection of its
 * own. Finds out by itself whether anything can be heard: it tells itself something first.
 * Thread-safe.
 */
final class NewsWatch implements RemoteNews, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(NewsWatch.class);

    /** How long nothing is told until the database is asked whether it is there. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    /** What stands between the database and us does not change often. */
    private static final Duration PAUSE_WHERE_NOTHING_IS_HEARD = Duration.ofMinutes(5);

    private final Optional<DataSource> database;
    private final JdbcStore store;
    private final NewsChannel channel;
    private final NewsListeners listeners = new NewsListeners();
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile @Nullable Scheduler thread;
    private volatile @Nullable NewsConnection connection;

    // Of the thread that listens:
    private Hearing hearing = Hearing.UNKNOWN;
    private Duration pause = Duration.ZERO;
    private final NewsGap gap = new NewsGap();

    /**
     * @param database connections that can wait; empty where nobody else uses the store
     */
    NewsWatch(Optional<DataSource> database, JdbcStore store, NewsChannel channel) {
        this.database = database;
        this.store = store;
        this.channel = channel;
    }

    @Override
    public void subscribe(Runnable listener) {
        listeners.add(EnumSet.allOf(NewsKind.class), listener);
    }

    @Override
    public void subscribeToSignIns(Runnable listener) {
        listeners.add(EnumSet.of(NewsKind.SIGN_IN, NewsKind.MISSED), listener);
    }

    /** Has it run whenever news may have been missed; what {@link #subscribe} says holds for it. */
    void whenMissed(Runnable listener) {
        listeners.add(EnumSet.of(NewsKind.MISSED), listener);
    }

    /** Starts to listen. To be called once. */
    void start() {
        if (database.isPresent()) {
            Scheduler listening = Schedulers.newSingle("shared-mailboxes-news", true);
            thread = listening;
            listening.schedule(() -> listen(database.get()));
        }
    }

    private void listen(DataSource source) {
        while (!isStoppedWithin(pause)) {
            try {
                // Brings the schema up to date first; and while the store is away, this fails fast.
                store.read(handle -> true);
                follow(source);
                pause = PAUSE_WHERE_NOTHING_IS_HEARD;
            } catch (SQLException | RuntimeException | Error e) {
                // Whatever it is: if it got out, nobody would listen again.
                pause = pauseAfter(e);
            }
        }
    }

    private Duration pauseAfter(Throwable failure) {
        if (NewsChannel.isRefusal(failure)) {
            note(
                    Hearing.NOTHING,
                    "the database says: " + Throwables.getRootCause(failure).getMessage());
            return PAUSE_WHERE_NOTHING_IS_HEARD;
        }
        LOGGER.debug("Nothing is heard of other servers for now", failure);
        Duration doubled = pause.multipliedBy(2);
        if (doubled.compareTo(FIRST_PAUSE) < 0) {
            return FIRST_PAUSE;
        }
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Returns if nothing is heard; throws if the connection ends. */
    private void follow(DataSource source) throws SQLException {
        try (NewsConnection opened = NewsConnection.open(source, channel)) {
            connection = opened;
            if (!opened.hears(channel.prove(store), ANSWER)) {
                note(
                        Hearing.NOTHING,
                        "what this server told itself did not arrive within "
                                + ANSWER.toSeconds()
                                + " s, as behind a PgBouncer that pools transactions");
                return;
            }
            note(Hearing.AT_ONCE, "");
            pause = Duration.ZERO;
            // Whatever was told while nobody listened.
            listeners.tell(EnumSet.of(NewsKind.MISSED));
            while (!isStoppedWithin(Duration.ZERO)) {
                hearNext(opened);
            }
        }
    }

    private void hearNext(NewsConnection opened) throws SQLException {
        List<String> told = opened.await(QUIET);
        if (told.isEmpty()) {
            opened.requireAlive(ANSWER);
            if (!channel.isOpen()) {
                // It was full, or something was forbidden, which may be over.
                channel.prove(store);
            }
            return;
        }
        Set<NewsKind> heard =
                told.stream().flatMap(one -> channel.newsIn(one).stream()).collect(toSet());
        if (!heard.isEmpty()) {
            listeners.tell(heard);
            isStoppedWithin(gap.after(System.nanoTime()));
        }
    }

    private void note(Hearing now, String why) {
        if (now != hearing) {
            hearing = now;
            if (now == Hearing.AT_ONCE) {
                LOGGER.info(
                        "Servers that share this store tell each other of changes at once"
                                + " (LISTEN/NOTIFY)");
            } else {
                LOGGER.info(
                        "Changes by other servers that share this store are looked for several"
                                + " times a second (no LISTEN/NOTIFY: {})",
                        why);
            }
        }
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        NewsConnection open = connection;
        if (open != null) {
            open.abort();
        }
        Scheduler listening = thread;
        if (listening != null) {
            listening.dispose();
        }
    }

    private enum Hearing {
        UNKNOWN,
        AT_ONCE,
        NOTHING
    }
}
