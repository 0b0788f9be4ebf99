/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.auto.value.AutoValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The PostgreSQL that James itself keeps its data in, as its own configuration names it: {@code
 * postgres.properties}, or {@code james-database.properties} of the flavours with JPA.
 */
@AutoValue
abstract class JamesDatabase {
    /** The value of {@link StoreSettings#URL} that asks for it. */
    static final String NAME = "james";

    static final String POSTGRES = "postgres";
    static final String JPA = "james-database";

    private static final String WHAT_TO_DO =
            ": write the store's own address (store.url=jdbc:postgresql://host/database), or no"
                    + " store.url for the embedded database";

    /** Java's own certificates, which James trusts: the driver would look for a file. */
    private static final String TRUST_OF_JAVA =
            "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    JamesDatabase() {}

    /**
     * Finds it.
     *
     * @param files what files of {@code conf} say, by their names without the ending; empty for
     *     those that are not there
     * @throws IllegalArgumentException with a message that says what to do, if James keeps its data
     *     elsewhere, or if that cannot be told
     */
    static JamesDatabase find(Function<String, Optional<Map<String, String>>> files) {
        Optional<Map<String, String>> postgres = files.apply(POSTGRES);
        Optional<Map<String, String>> jpa = files.apply(JPA);
        Optional<String> jpaUrl = jpa.map(file -> value(file, "database.url"));
        Optional<StoreAddress> jpaOnPostgres =
                jpaUrl.flatMap(StoreAddress::parse).filter(StoreAddress::isPostgresql);
        if (postgres.isPresent() && jpaOnPostgres.isPresent()) {
            throw refused(
                    "conf/postgres.properties and conf/james-database.properties both name a"
                            + " PostgreSQL: remove the file that this James does not use, or write"
                            + " store.url=jdbc:postgresql://host/database");
        }
        if (postgres.isPresent()) {
            return new AutoValue_JamesDatabase(file(POSTGRES), ofPostgres(postgres.get()));
        }
        if (jpaOnPostgres.isPresent()) {
            return new AutoValue_JamesDatabase(
                    file(JPA),
                    jpaOnPostgres
                            .get()
                            .with(
                                    optional(jpa.get(), "database.username"),
                                    optional(jpa.get(), "database.password")));
        }
        throw refused(
                jpaUrl.map(
                                        url ->
                                                "conf/james-database.properties names no PostgreSQL but '"
                                                        + kind(url)
                                                        + "'")
                                .orElse(
                                        "neither conf/postgres.properties nor"
                                                + " conf/james-database.properties is there")
                        + WHAT_TO_DO);
    }

    private static StoreAddress ofPostgres(Map<String, String> file) {
        String user = value(file, "database.username");
        String password = value(file, "database.password");
        if (user.isEmpty() || password.isEmpty()) {
            throw refused(
                    "conf/postgres.properties lacks database.username or database.password, without"
                            + " which James does not start either: add it");
        }
        return StoreAddress.parse(url(file))
                .orElseThrow(
                        () ->
                                refused(
                                        "database.host or database.port of conf/postgres.properties"
                                                + " is not one: correct it"))
                .with(Optional.of(user), Optional.of(password));
    }

    private static String url(Map<String, String> file) {
        String host = valueOr(file, "database.host", "localhost");
        // James reads it in this way, too; the driver would refuse it.
        String mode = valueOr(file, "ssl.mode", "allow").toLowerCase(Locale.ROOT).replace('_', '-');
        if (mode.equals("tunnel")) {
            throw refused(
                    "ssl.mode=tunnel of conf/postgres.properties is not known here: write"
                            + " store.url=jdbc:postgresql://host/database with the parameters that"
                            + " docs/operator/postgresql.md names");
        }
        return String.format(
                "jdbc:postgresql://%s:%s/%s?sslmode=%s%s",
                host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host,
                valueOr(file, "database.port", "5432"),
                encoded(valueOr(file, "database.name", "postgres")),
                encoded(mode),
                mode.startsWith("verify-") ? TRUST_OF_JAVA : "");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Optional<String> optional(Map<String, String> file, String key) {
        return Optional.of(value(file, key)).filter(value -> !value.isEmpty());
    }

    private static String value(Map<String, String> file, String key) {
        return valueOr(file, key, "");
    }

    private static String valueOr(Map<String, String> file, String key, String otherwise) {
        String value = file.getOrDefault(key, "").trim();
        Settings.requireVariables("James's own database", key, value);
        return value.isEmpty() ? otherwise : value;
    }

    /** The rest of a URL may have a password in it. */
    private static String kind(String url) {
        return url.replaceFirst("^(jdbc:[A-Za-z0-9]*:?).*", "$1");
    }

    private static String file(String name) {
        return "conf/" + name + ".properties";
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(
                "shared-mailboxes.properties: store.url is 'james', James's own PostgreSQL, but "
                        + why);
    }

    /** Returns the file that names it, for people to read. */
    abstract String origin();

    abstract StoreAddress address();
}
