/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Ascii;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/**
 * Refuses statements that change anything outside a transaction: only transactions keep to the
 * {@link ChangeLimit}. Thread-safe.
 */
final class ChangesInTransactions implements StatementCustomizer {
    private static final String QUERY = "select ";

    /**
     * @throws IllegalStateException if the statement is no query, and in no transaction
     */
    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context)
            throws SQLException {
        String sql = context.getRenderedSql();
        if (statement.getConnection().getAutoCommit()
                && !Ascii.toLowerCase(sql).startsWith(QUERY)) {
            throw new IllegalStateException("Not in a transaction: " + sql);
        }
    }
}
