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

    /** A database with the tables, of which others are copies: making them takes longer. */
    private static final Supplier<Database> TEMPLATE = Suppliers.memoize(OnPostgres::fill);

    private static Database fill() {
        Database template = ofDocumentedRole();
        try (JdbcStores stores = JdbcStores.open(template, Caching.by(new MovableTicker()))) {
            FirstContact.await(stores::connect);
        }
        return template;
    }

    private final Supplier<Database> next;

    private OnPostgres(boolean connected, Supplier<Database> next) {
        super(connected);
        this.next = next;
    }

    /** With the tables of today's version. */
    static TestStores withTables() {
        return new OnPostgres(
                true, () -> ofOwner(DocumentedRole.copyOf(SERVER.get(), TEMPLATE.get().url())));
    }

    /** Without any table. */
    static TestStores empty() {
        return new OnPostgres(false, OnPostgres::ofDocumentedRole);
    }

    /** Without any table, and as a user who may do everything. */
    static TestStores emptyAsSuperuser() {
        return new OnPostgres(false, () -> TestStores.at(anotherDatabase()));
    }

    @Override
    Database newDatabase() {
        return next.get();
    }

    private static Database ofDocumentedRole() {
        return ofOwner(DocumentedRole.newDatabase(SERVER.get()));
    }

    private static Database ofOwner(String url) {
        return Database.at(
                url,
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
