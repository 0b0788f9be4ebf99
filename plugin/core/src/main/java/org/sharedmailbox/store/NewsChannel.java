/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Strings;
import com.google.common.base.Throwables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channel of PostgreSQL's NOTIFY on which the servers of one store tell each other that they
 * have changed something. What they tell is only who they are, and whether a sign-in has changed:
 * what has changed is read from the store, which is what counts. Says nothing until it is known
 * that this may be said. Thread-safe.
 */
final class NewsChannel {
    /**
     * A database may hold several stores, each in a schema of its own, whose name can be too long
     * for the name of a channel.
     */
    private static final String NAME = "'shared_mailboxes_' || relnamespace";

    private static final String OF_THIS_STORE = " from pg_class where oid = 'delegation'::regclass";

    private static final String TELL = "select pg_notify(" + NAME + ", ?)" + OF_THIS_STORE;

    /** Begins what a server tells itself, to see whether it arrives. */
    private static final String PROOF = "?";

    /** Begin what is told of a change. Without either, as servers told before, it may be any. */
    private static final String SIGN_IN = "s";

    private static final String OTHER = "o";

    /** Classes of SQL states: something is forbidden or missing; it is not supported. */
    private static final String ACCESS_RULE_VIOLATION = "42";

    private static final String NOT_SUPPORTED = "0A";

    private static final Logger LOGGER = LoggerFactory.getLogger(NewsChannel.class);

    private final String server = UUID.randomUUID().toString();
    private volatile boolean open;

    /** Tells the others of the transaction's change, once it is committed. */
    void tell(Handle handle, NewsKind kind) {
        if (open) {
            try {
                handle.execute(TELL, (kind == NewsKind.OTHER ? OTHER : SIGN_IN) + server);
            } catch (RuntimeException e) {
                // This change is lost. The next must not be.
                open = !isRefusal(e);
                throw e;
            }
        }
    }

    /**
     * Notes that a transaction has failed, which may have told something. PostgreSQL keeps what is
     * told until all have heard it, and once its queue is full, fails the commit of whoever tells
     * more. Others then find out by looking, until this is {@linkplain #prove proved} again.
     */
    void transactionFailed(RuntimeException failure) {
        if (open && StoreFailures.isFullOfNews(failure)) {
            LOGGER.warn(
                    "Other servers are told of no changes, and look for them, because the database"
                            + " says: {}",
                    Throwables.getRootCause(failure).getMessage());
            open = false;
        }
    }

    /** Returns whether changes are told. */
    boolean isOpen() {
        return open;
    }

    /**
     * Tells oneself something, by a connection that changes are made with.
     *
     * @return what will be heard
     */
    String prove(JdbcStore store) {
        String proof = PROOF + server;
        try {
            store.read(handle -> handle.execute(TELL, proof));
            open = true;
        } catch (RuntimeException e) {
            open = !isRefusal(e) && open;
            throw e;
        }
        return proof;
    }

    /** Decides whether the database has answered that there is no such thing for us. */
    static boolean isRefusal(Throwable failure) {
        return Throwables.getCausalChain(failure).stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> Strings.nullToEmpty(((SQLException) cause).getSQLState()))
                .anyMatch(
                        state ->
                                state.startsWith(ACCESS_RULE_VIOLATION)
                                        || state.startsWith(NOT_SUPPORTED));
    }

    /** Returns what another server tells by this; empty if it is no news. */
    Optional<NewsKind> newsIn(String told) {
        if (told.startsWith(PROOF) || told.endsWith(server)) {
            return Optional.empty();
        }
        return Optional.of(told.startsWith(OTHER) ? NewsKind.OTHER : NewsKind.SIGN_IN);
    }

    /** Has the connection hear from now on what is told on this channel. */
    void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Letters and digits only, so that it needs no quotes.
            statement.execute("listen " + nameFor(statement));
        }
    }

    private static String nameFor(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select " + NAME + OF_THIS_STORE)) {
            row.next();
            return row.getString(1);
        }
    }
}
