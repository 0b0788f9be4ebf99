/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The types of our columns. On its way a value is a String, Long or Boolean, or null, whichever
 * database it comes from.
 */
enum ColumnType {
    TEXT(Types.VARCHAR) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void bindValue(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setString(at, (String) value);
        }
    },
    INTEGER(Types.BIGINT) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            long number = row.getLong(column);
            return row.wasNull() ? null : number;
        }

        @Override
        void bindValue(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setLong(at, (Long) value);
        }
    },
    BOOLEAN(Types.BOOLEAN) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            boolean flag = row.getBoolean(column);
            return row.wasNull() ? null : flag;
        }

        @Override
        void bindValue(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setBoolean(at, (Boolean) value);
        }
    },
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant().toString();
        }

        @Override
        void bindValue(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setObject(at, Instant.parse((String) value).atOffset(ZoneOffset.UTC));
        }

        @Override
        void parse(String value) {
            Instant.parse(value);
        }
    },
    DATE(Types.DATE) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            LocalDate date = row.getObject(column, LocalDate.class);
            return date == null ? null : date.toString();
        }

        @Override
        void bindValue(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setObject(at, LocalDate.parse((String) value));
        }

        @Override
        void parse(String value) {
            LocalDate.parse(value);
        }
    };

    private final int sqlType;

    ColumnType(int sqlType) {
        this.sqlType = sqlType;
    }

    /**
     * @param declared as our H2 names it, in small letters
     * @throws IllegalStateException if no value of such a column has been moved yet
     */
    static ColumnType declaredAs(String declared) {
        switch (declared) {
            case "character varying":
            case "character large object":
                return TEXT;
            case "bigint":
            case "integer":
                return INTEGER;
            case "boolean":
                return BOOLEAN;
            case "timestamp with time zone":
                return INSTANT;
            case "date":
                return DATE;
            default:
                throw new IllegalStateException("There is no backup of " + declared + " yet");
        }
    }

    abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

    abstract void bindValue(PreparedStatement statement, int at, Object value) throws SQLException;

    void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, sqlType);
        } else {
            bindValue(statement, at, value);
        }
    }

    /** Returns whether it can be a value of such a column. */
    boolean fits(@Nullable Object value) {
        switch (this) {
            case INTEGER:
                return value == null || value instanceof Long;
            case BOOLEAN:
                return value == null || value instanceof Boolean;
            default:
                return value == null || (value instanceof String && isParsed((String) value));
        }
    }

    private boolean isParsed(String value) {
        try {
            parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * @throws DateTimeException if it cannot be a value of such a column
     */
    void parse(String value) {}
}
