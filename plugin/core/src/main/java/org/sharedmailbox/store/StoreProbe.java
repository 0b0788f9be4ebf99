/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Strings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Finds out whether the database answers, and why not. Thread-safe. */
final class StoreProbe {
    /** A class of SQL states: it knows the question, and has no such tables yet, or not for us. */
    private static final String SYNTAX_ERROR_OR_ACCESS_RULE_VIOLATION = "42";

    /** Reads all tables in which commands look up; no address is empty. */
    private static final String LOOK_UP =
            "select 1 from delegation d"
                    + " left join delegation_entry e on e.owner = d.owner and e.delegate = d.delegate"
                    + " left join shared_mailbox m on m.address = d.owner"
                    + " left join account_end a on a.address = d.delegate"
                    + " left join delegation_policy p on p.domain = d.delegate"
                    + " where d.delegate = ''";

    private final DataSource database;
    private volatile String reason = "";

    /**
     * @param database connections beside the pool, which wait for an answer for a short time only
     */
    StoreProbe(DataSource database) {
        this.database = database;
    }

    /** Returns why it did not answer the last time. */
    String reason() {
        return reason;
    }

    /** Notes why it does not answer, which somebody else has found out. */
    void because(String why) {
        reason = why;
    }

    /**
     * Returns whether the database answers look-ups. It can say that it is there while each of them
     * waits: for somebody who has locked a table, or for its disk.
     */
    boolean looksUp() {
        return answers(database, StoreProbe::looksUp);
    }

    /** Returns whether connections are to be had there. */
    boolean connects(DataSource pool) {
        return answers(pool, connection -> true);
    }

    private boolean answers(DataSource source, Question question) {
        try (Connection connection = source.getConnection()) {
            reason = "it accepts a connection, and says nothing";
            return connection.isValid((int) Database.CONNECTION_TIMEOUT.toSeconds())
                    && question.isAnswered(connection);
        } catch (SQLException | RuntimeException | Error e) {
            // Whatever it is: if it got out, nobody would ask again, and the store be away for
            // ever.
            reason = String.valueOf(e.getMessage());
            return false;
        }
    }

    private static boolean looksUp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Database.LOOK_UP_TIMEOUT.toSeconds());
            statement.execute(LOOK_UP);
            return true;
        } catch (SQLException e) {
            if (Strings.nullToEmpty(e.getSQLState())
                    .startsWith(SYNTAX_ERROR_OR_ACCESS_RULE_VIOLATION)) {
                return true;
            }
            throw e;
        }
    }

    /** What is asked of a connection that works. */
    @FunctionalInterface
    private interface Question {
        boolean isAnswered(Connection connection) throws SQLException;
    }
}
