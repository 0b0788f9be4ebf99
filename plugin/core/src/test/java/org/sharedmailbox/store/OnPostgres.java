/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.Optional;
import org.sharedmailbox.postgresql.DocumentedRole;
import org.sharedmailbox.postgresql.PostgresServer;

/**
 * {@link TestStores} on a PostgreSQL that all tests share, each in a database of its own, as the
 * role that the documentation has operators make.
 */
final class OnPostgres extends TestStores {
    private static final Supplier<PostgresServer> SERVER = Suppliers.memoize(OnPostgres::start);

    private static PostgresServer start() {
        PostgresServer server = PostgresServer.start();
        try {
            DocumentedRole.create(server, "of tests");
            return server;
        } catch (RuntimeException e) {
            // Every test would start one more.
            server.close();
            throw e;
        }
    }

    private final boolean asSuperuser;

    OnPostgres(boolean asSuperuser) {
        this.asSuperuser = asSuperuser;
    }

    @Override
    Database newDatabase() {
        return asSuperuser ? TestStores.at(anotherDatabase()) : ofDocumentedRole();
    }

    private static Database ofDocumentedRole() {
        return Database.at(
                DocumentedRole.newDatabase(SERVER.get()),
                Optional.of(DocumentedRole.OWNER),
                Optional.empty(),
                Optional.of(DocumentedRole.SCHEMA),
                10);
    }

    /** Returns the URL of one more database on the same server. */
    static String anotherDatabase() {
        return SERVER.get().newDatabase();
    }

    /** Executes a statement in one of them as who may do everything. */
    static void change(String url, String statement) {
        SERVER.get().change(url, statement);
    }

    @Override
    void drop(Database database) {
        // The whole server ends with this process.
    }
}
