/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.auto.value.AutoValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of the store, which begin with {@code store.}. */
@AutoValue
public abstract class StoreSettings {
    static final String URL = "store.url";
    static final String USER = "store.user";
    static final String PASSWORD = "store.password";
    static final String PASSWORD_FILE = "store.passwordFile";
    static final String SCHEMA = "store.schema";
    static final String POOL_SIZE = "store.poolSize";

    /** To bring the schema up to date takes two connections at once. */
    private static final int MIN_POOL_SIZE = 2;

    private static final int DEFAULT_POOL_SIZE = 10;
    private static final int MAX_POOL_SIZE = 200;

    /** Apart from James's own tables, which are in the same database. */
    private static final String SCHEMA_BESIDE_JAMES = "sharedmailbox";

    /** The names that a schema can have, as messages say it. */
    public static final String SCHEMA_NAMES =
            "up to 63 lower-case letters, digits and underscores that begin with neither a digit"
                    + " nor pg_";

    /** What needs no quotes; names with {@code pg_} are PostgreSQL's. */
    private static final Pattern SCHEMA_NAME = Pattern.compile("(?!pg_)[a-z_][a-z0-9_]{0,62}");

    StoreSettings() {}

    /**
     * Reads them without James.
     *
     * @param settings keys and values of {@code shared-mailboxes.properties}
     * @param jamesFiles what James's own configuration files say, by their names
     * @throws IllegalArgumentException with a message that names the wrong key, and no password
     */
    public static StoreSettings read(
            Map<String, String> settings,
            Function<String, Optional<Map<String, String>>> jamesFiles) {
        return read(new Settings(settings), jamesFiles);
    }

    /**
     * @param jamesFiles what James's own configuration files say, by their names
     */
    static StoreSettings read(
            Settings settings, Function<String, Optional<Map<String, String>>> jamesFiles) {
        boolean ofJames = settings.text(URL).equals(Optional.of(JamesDatabase.NAME));
        if (ofJames) {
            Stream.of(USER, PASSWORD, PASSWORD_FILE)
                    .filter(key -> settings.text(key).isPresent())
                    .findFirst()
                    .ifPresent(StoreSettings::refuseBesideJames);
        }
        Optional<JamesDatabase> james =
                ofJames ? Optional.of(JamesDatabase.find(jamesFiles)) : Optional.empty();
        Optional<StoreAddress> address =
                ofJames ? james.map(JamesDatabase::address) : written(settings);
        Optional<String> schema = schema(settings, address);
        return new AutoValue_StoreSettings(
                address,
                password(settings, address),
                ofJames ? schema.or(() -> Optional.of(SCHEMA_BESIDE_JAMES)) : schema,
                settings.number(POOL_SIZE, MIN_POOL_SIZE, MAX_POOL_SIZE).orElse(DEFAULT_POOL_SIZE),
                james.map(JamesDatabase::origin));
    }

    private static Optional<StoreAddress> written(Settings settings) {
        Optional<String> user = settings.text(USER);
        return settings.text(URL)
                .map(
                        url ->
                                StoreAddress.parse(url)
                                        .orElseThrow(
                                                () ->
                                                        Settings.refused(
                                                                URL,
                                                                StoreAddress.masked(url),
                                                                StoreAddress.ALLOWED)))
                .map(address -> address.with(user, Optional.empty()));
    }

    private static Optional<String> schema(Settings settings, Optional<StoreAddress> address) {
        Optional<String> schema = settings.text(SCHEMA);
        schema.filter(name -> !isSchemaName(name))
                .ifPresent(
                        name -> {
                            throw Settings.refused(SCHEMA, name, SCHEMA_NAMES);
                        });
        if (schema.isPresent() && address.filter(StoreAddress::isPostgresql).isEmpty()) {
            throw new IllegalArgumentException(
                    "shared-mailboxes.properties: store.schema is for PostgreSQL only: remove it,"
                            + " or set store.url");
        }
        return schema;
    }

    /** Returns whether a schema for the store can have that name: {@link #SCHEMA_NAMES}. */
    public static boolean isSchemaName(String name) {
        return SCHEMA_NAME.matcher(name).matches();
    }

    private static Optional<StorePassword> password(
            Settings settings, Optional<StoreAddress> address) {
        Optional<String> written =
                settings.text(PASSWORD).or(() -> address.flatMap(StoreAddress::password));
        Optional<StorePassword> inFile = settings.text(PASSWORD_FILE).map(StorePassword::inFile);
        if (inFile.isPresent() && written.isPresent()) {
            throw new IllegalArgumentException(
                    "shared-mailboxes.properties: store.passwordFile is set, and store.password (or"
                            + " the password in store.url) too: keep one of them");
        }
        return inFile.or(() -> written.map(StorePassword::of));
    }

    private static void refuseBesideJames(String key) {
        throw new IllegalArgumentException(
                String.format(
                        "shared-mailboxes.properties: %s is set, but with store.url=james user and"
                                + " password are James's own: remove it, or write the store's"
                                + " address (store.url=jdbc:postgresql://host/database)",
                        key));
    }

    abstract Optional<StoreAddress> address();

    /** Returns the password; empty where the database asks for none. */
    public abstract Optional<StorePassword> password();

    /**
     * Returns the schema that has the tables; empty for the one that the database has for the user.
     */
    public abstract Optional<String> schema();

    /** Returns the largest number of connections to the store at a time. */
    public abstract int poolSize();

    /** Returns the file of James's own that the address is from, for people to read. */
    abstract Optional<String> origin();

    /**
     * Returns the JDBC URL of the store, without user and password; empty for H2 in a file below
     * James's var directory.
     */
    public final Optional<String> url() {
        return address().map(StoreAddress::url);
    }

    public final Optional<String> user() {
        return address().flatMap(StoreAddress::user);
    }

    /**
     * Returns where the store is, without passwords, and which file says so if it is James's own;
     * empty for H2 in a file below James's var directory.
     */
    public final Optional<String> description() {
        return address()
                .map(
                        address ->
                                this
                                        + origin().map(file -> " (James's own, of " + file + ")")
                                                .orElse(""));
    }

    /** Returns where the store is, without passwords. */
    @Override
    public final String toString() {
        return address().map(StoreAddress::toString).orElse("embedded")
                + user().map(name -> ", user " + name).orElse("")
                + schema().map(name -> ", schema " + name).orElse("");
    }
}
