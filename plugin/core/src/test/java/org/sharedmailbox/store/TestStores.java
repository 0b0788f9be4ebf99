/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.policy.DelegationPolicy;

/** An empty database for each test, with stores whose caches age by a movable ticker. */
public abstract class TestStores implements BeforeEachCallback, AfterEachCallback {
    private final boolean connected;
    private final MovableTicker ticker = new MovableTicker();
    private final List<JdbcStores> opened = new ArrayList<>();
    private @Nullable Database database;
    private @Nullable JdbcStores stores;
    private @Nullable JdbcStore direct;

    /**
     * @param connected whether a test begins with a connection, and so with tables
     */
    TestStores(boolean connected) {
        this.connected = connected;
    }

    /** Returns H2 in a file, the default. */
    public static TestStores h2InFile() {
        return new H2InFile(true);
    }

    /** Returns the same without tables, for tests of how these are made. */
    static TestStores h2WithoutTables() {
        return new H2InFile(false);
    }

    /** Returns a real PostgreSQL; skips the test where no server is installed. */
    public static TestStores postgres() {
        return OnPostgres.withTables();
    }

    /** Returns the same without tables, for tests of how these are made. */
    static TestStores postgresWithoutTables() {
        return OnPostgres.empty();
    }

    /** Returns the same for tests that make roles and schemas, as who may do everything. */
    static TestStores postgresAsSuperuser() {
        return OnPostgres.emptyAsSuperuser();
    }

    abstract Database newDatabase() throws Exception;

    abstract void drop(Database database) throws Exception;

    @Override
    public final void beforeEach(ExtensionContext context) throws Exception {
        database = newDatabase();
        stores = another();
        if (connected) {
            FirstContact.await(stores::connect);
        }
    }

    @Override
    public final void afterEach(ExtensionContext context) throws Exception {
        opened.forEach(JdbcStores::close);
        if (direct != null) {
            direct.close();
        }
        if (database != null) {
            drop(database);
        }
    }

    public JdbcStores stores() {
        if (stores == null) {
            throw new IllegalStateException("Only within a test");
        }
        return stores;
    }

    /** Opens the same database as another James would, with caches of its own. */
    public final JdbcStores another() {
        JdbcStores another = JdbcStores.open(database(), Caching.by(ticker));
        opened.add(another);
        return another;
    }

    final Database database() {
        if (database == null) {
            throw new IllegalStateException("Only within a test");
        }
        return database;
    }

    /** Lets caches age. */
    public final void letPass(Duration time) {
        ticker.advance(time);
    }

    MovableTicker ticker() {
        return ticker;
    }

    /** Returns what caches age by, for others that are to age with them. */
    public final Ticker cacheTicker() {
        return ticker;
    }

    /** Changes the database directly, past all services and caches. */
    public final void sql(String statement) {
        direct().change(handle -> handle.execute(statement));
    }

    /** Returns the only column of a query of the database directly, row by row. */
    public final List<String> column(String query) {
        return direct().read(handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    /** One for the whole test: it may make tables of which others want to know nothing. */
    private JdbcStore direct() {
        if (direct == null) {
            direct = JdbcStore.open(database());
        }
        return direct;
    }

    /** Stores the policy of the domain; {@code default} stands for all domains without one. */
    public final void givenPolicy(String domain, DelegationPolicy policy) {
        stores().connect();
        sql("delete from delegation_policy where domain = '" + domain + "'");
        sql(
                String.format(
                        "insert into delegation_policy (domain, enabled, personal_delegation, %s,"
                                + " max_members, max_duration_seconds, other_domains)"
                                + " values ('%s', %s, %s, %s, %s, %s, '%s')",
                        eachRight(right -> right.name().toLowerCase(Locale.ROOT) + "_allowed"),
                        domain,
                        policy.enabled(),
                        policy.personalDelegation(),
                        eachRight(right -> "" + policy.allowedRights().contains(right)),
                        policy.maxMembers(),
                        policy.maxDuration().map(d -> "" + d.getSeconds()).orElse("null"),
                        policy.otherDomains().stream()
                                .map(d -> d.asString())
                                .collect(Collectors.joining(" "))));
    }

    private static String eachRight(Function<DelegationRight, String> text) {
        return List.of(DelegationRight.values()).stream()
                .map(text)
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns a database with the user and the schema of another.
     *
     * @param parameters added to its URL; empty for none
     */
    static Database like(Database other, String parameters, int poolSize) {
        String separator = other.url().contains("?") ? "&" : "?";
        return Database.at(
                other.url() + (parameters.isEmpty() ? "" : separator + parameters),
                other.user(),
                other.password(),
                other.schema(),
                poolSize);
    }

    static Database at(String url) {
        return Database.at(url, Optional.empty(), Optional.empty(), 10);
    }
}
