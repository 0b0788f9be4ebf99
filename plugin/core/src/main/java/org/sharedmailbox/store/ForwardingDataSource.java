/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections that are made in a way of their own, and are in all else like those of another. */
abstract class ForwardingDataSource implements DataSource {
    private final DataSource other;

    ForwardingDataSource(DataSource other) {
        this.other = other;
    }

    @Override
    public final @Nullable PrintWriter getLogWriter() throws SQLException {
        return other.getLogWriter();
    }

    @Override
    public final void setLogWriter(PrintWriter writer) throws SQLException {
        other.setLogWriter(writer);
    }

    @Override
    public final void setLoginTimeout(int seconds) throws SQLException {
        other.setLoginTimeout(seconds);
    }

    @Override
    public final int getLoginTimeout() throws SQLException {
        return other.getLoginTimeout();
    }

    @Override
    public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return other.getParentLogger();
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        return other.unwrap(type);
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) throws SQLException {
        return other.isWrapperFor(type);
    }
}
