/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.sharedmailbox.failure.StoreUnavailableException;

/** Translates failures of the database into those that the rest of the plugin knows. */
final class StoreFailures {
    private static final String INTEGRITY_CONSTRAINT_VIOLATION = "23";
    private static final String DATA_EXCEPTION = "22";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String PROGRAM_LIMIT_EXCEEDED = "54";

    /**
     * SQL states: a failure to serialise (and H2's deadlocks), PostgreSQL's deadlocks, and H2's
     * rows that somebody else has changed meanwhile.
     */
    private static final ImmutableSet<String> CONFLICTS =
            ImmutableSet.of("40001", "40P01", "90131");

    /**
     * SQL states with which a database answers that it has undone the transaction, also when it was
     * asked to commit. After all others it may have committed: the connection is broken, the server
     * stops, a file cannot be written.
     */
    private static final Pattern UNDONE =
            Pattern.compile("(22|23|25|40(?!003)|42|44|53|54|55|P0).*|57014|90131");

    /** SQL states: a prepared statement that is not there, or is there already. */
    private static final ImmutableSet<String> LOST_STATEMENTS = ImmutableSet.of("26000", "42P05");

    private StoreFailures() {}

    static RuntimeException translate(RuntimeException e) {
        Optional<SQLException> answer = innermost(SQLException.class, e);
        Optional<String> state = answer.map(SQLException::getSQLState);
        if (state.filter(StoreFailures::isAboutTheChange).isPresent()) {
            return new IllegalStateException("The store refuses this change", e);
        }
        if (state.filter(CONFLICTS::contains).isPresent()) {
            return new ConflictException(e);
        }
        // Only the database's own message: the library's repeats the statement and its values.
        String message = answer.map(Throwable::getMessage).orElse(String.valueOf(e.getMessage()));
        if (state.filter(INSUFFICIENT_PRIVILEGE::equals).isPresent()) {
            return new StoreUnavailableException(
                    "The database user of the store lacks rights ("
                            + message
                            + "): docs/operator/postgresql.md has the SQL that grants them",
                    e);
        }
        if (state.filter(LOST_STATEMENTS::contains).isPresent()) {
            return unavailable(
                    message
                            + " (behind a PgBouncer that pools transactions, store.url needs"
                            + " prepareThreshold=0)",
                    e);
        }
        return unavailable(message + reason(e, message), e);
    }

    /** Returns the failure of a store that cannot be used for this reason. */
    static StoreUnavailableException unavailable(String reason, RuntimeException e) {
        return new StoreUnavailableException(
                "The store of shared mailboxes does not answer: " + reason, e);
    }

    /** Returns what the operating system says, such as that a disk is full, if that is new. */
    private static String reason(RuntimeException e, String message) {
        return innermost(IOException.class, e)
                .map(Throwable::getMessage)
                .filter(why -> !message.contains(why))
                .map(why -> " (" + why + ")")
                .orElse("");
    }

    /** Decides whether the database has said that nothing of the transaction is left. */
    static boolean isUndone(Throwable failure) {
        return innermost(SQLException.class, failure)
                .filter(answer -> !isOfADyingServer(answer))
                .map(SQLException::getSQLState)
                .filter(UNDONE.asMatchPredicate())
                .isPresent();
    }

    /** It may have written the commit before. */
    private static boolean isOfADyingServer(SQLException answer) {
        if (!(answer instanceof PSQLException)) {
            return false;
        }
        ServerErrorMessage message = ((PSQLException) answer).getServerErrorMessage();
        return message == null || !"ERROR".equals(message.getSeverity());
    }

    /** Decides whether the database can keep no more of what servers tell each other. */
    static boolean isFullOfNews(Throwable failure) {
        return innermost(SQLException.class, failure)
                .map(SQLException::getSQLState)
                .filter(state -> state.startsWith(PROGRAM_LIMIT_EXCEEDED))
                .isPresent();
    }

    private static <T extends Throwable> Optional<T> innermost(Class<T> kind, Throwable e) {
        return Throwables.getCausalChain(e).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((outer, inner) -> inner);
    }

    private static boolean isAboutTheChange(String state) {
        return state.startsWith(INTEGRITY_CONSTRAINT_VIOLATION) || state.startsWith(DATA_EXCEPTION);
    }
}
