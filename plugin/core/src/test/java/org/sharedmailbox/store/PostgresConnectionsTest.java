/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresConnectionsTest {
    @RegisterExtension final TestStores stores = TestStores.postgres();

    @Test
    void theDriverIsThePluginsOwnWhateverJamesHas() throws Exception {
        Driver ofJames = new DriverOfJames();
        DriverManager.registerDriver(ofJames);
        org.postgresql.Driver.deregister();
        try (Connection connection = stores.database().forProbing().getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
        } finally {
            org.postgresql.Driver.register();
            DriverManager.deregisterDriver(ofJames);
        }
    }

    @Test
    void aTransactionMayDoNothingForALimitedTimeOnly() throws Exception {
        try (HikariDataSource pool = stores.database().newPool();
                Connection connection = pool.getConnection();
                ResultSet limit =
                        connection
                                .createStatement()
                                .executeQuery("show idle_in_transaction_session_timeout")) {
            assertThat(limit.next()).isTrue();
            assertThat(limit.getString(1)).isEqualTo("30s");
        }
    }

    @Test
    void aUserCanBeNamedForOneConnection() throws Exception {
        DataSource connections = stores.database().forProbing();

        try (Connection connection = connections.getConnection("postgres", "")) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("postgres");
        }
        try (Connection connection = connections.getConnection()) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("sharedmailbox");
        }
    }

    @Test
    void aPasswordThatIsNotKnownOpensNothing() {
        PGSimpleDataSource settings = new PGSimpleDataSource();
        settings.setURL(stores.database().url());
        DataSource connections =
                new PostgresConnections(
                        settings,
                        Optional.of("postgres"),
                        Optional.of(
                                () -> {
                                    throw new IOException("the file is gone");
                                }),
                        Optional.empty());

        assertThatThrownBy(connections::getConnection)
                .isInstanceOf(SQLException.class)
                .hasMessage("the file is gone");
    }

    /** Speaks for the same URLs. */
    private static final class DriverOfJames implements Driver {
        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            throw new SQLException("James's own driver");
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith("jdbc:postgresql:");
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 0;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger("of-james");
        }
    }
}
