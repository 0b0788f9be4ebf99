/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import org.sharedmailbox.postgresql.PostgresServer;

/** {@link TestStores} on a PostgreSQL that all tests share, each in a database of its own. */
final class OnPostgres extends TestStores {
    private static final Supplier<PostgresServer> SERVER = Suppliers.memoize(PostgresServer::start);

    @Override
    Database newDatabase() {
        return at(SERVER.get().newDatabase());
    }

    @Override
    void drop(Database database) {
        // The whole server ends with this process.
    }
}
