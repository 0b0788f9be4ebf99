/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.auto.value.AutoValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JDBC URL and the user that connects to it. The user and the password are taken out of the URL,
 * where drivers accept them too, because drivers and libraries show URLs in their messages.
 */
@AutoValue
public abstract class StoreAddress {
    static final String ALLOWED =
            "a JDBC URL of PostgreSQL (jdbc:postgresql://host/database) or H2 (jdbc:h2:…), or james"
                    + " for James's own PostgreSQL; user and password have settings of their own. H2"
                    + " in a server (tcp:, ssl:), in an archive (zip:, classpath:) or with"
                    + " AUTO_SERVER cannot be used: several servers need PostgreSQL, and one has the"
                    + " file to itself (jdbc:h2:/path)";

    private static final String HOST = "(\\[[^]/?@]*]|[^]\\[:/?@,]*)(:[0-9]+)?";

    /** Strict in front of the database, because a driver shows what it does not understand. */
    private static final Pattern POSTGRESQL =
            Pattern.compile(
                    "jdbc:postgresql:("
                            + ("//" + HOST + "(," + HOST + ")*(/[^?@]*)?")
                            + "|(?!//)[^?@]+"
                            + ")([?].*)?");

    /** Only what no other process uses meanwhile, and what can be written to. */
    private static final Pattern H2 =
            Pattern.compile(
                    "jdbc:h2:(?!tcp:|ssl:|(\\w+:)*(zip|classpath):)"
                            + "(?!.*;(?i:AUTO_SERVER)=(?!(?i:FALSE)(;|$))).+");

    StoreAddress() {}

    /** Returns the address that the URL means; empty if it is of another database, or none. */
    public static Optional<StoreAddress> parse(String url) {
        try {
            if (POSTGRESQL.matcher(url).matches()) {
                return Optional.of(parse(url, '?', "&"));
            }
            return Optional.of(url).filter(H2.asMatchPredicate()).map(h2 -> parse(h2, ';', ";"));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // A percent sign without what it stands for.
        }
    }

    private static boolean isPostgresql(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Returns whether the database is a PostgreSQL. */
    final boolean isPostgresql() {
        return isPostgresql(url());
    }

    /**
     * @param start what separates the parameters from what is in front of them
     * @param separator what separates one from the next; escaped by a backslash it does not
     */
    private static StoreAddress parse(String url, char start, String separator) {
        int end = url.indexOf(start);
        if (end < 0) {
            return of(url, Optional.empty(), Optional.empty());
        }
        Optional<String> user = Optional.empty();
        Optional<String> password = Optional.empty();
        List<String> others = new ArrayList<>();
        boolean encoded = isPostgresql(url);
        for (String parameter : url.substring(end + 1).split("(?<!\\\\)" + separator, -1)) {
            String[] parts = parameter.split("=", 2);
            // H2 knows them in any case.
            String name = encoded ? parts[0] : parts[0].toLowerCase(Locale.ROOT);
            if (parts.length == 2 && name.equals("user")) {
                user = Optional.of(value(parts[1], encoded));
            } else if (parts.length == 2 && name.equals("password")) {
                password = Optional.of(value(parts[1], encoded));
            } else {
                others.add(parameter);
            }
        }
        String rest = String.join(separator, others);
        return of(url.substring(0, end) + (rest.isEmpty() ? "" : start + rest), user, password);
    }

    private static String value(String written, boolean encoded) {
        return encoded ? URLDecoder.decode(written, StandardCharsets.UTF_8) : written;
    }

    private static StoreAddress of(String url, Optional<String> user, Optional<String> password) {
        return new AutoValue_StoreAddress(url, user, password);
    }

    /** Returns this address with that user and password, where they are given. */
    StoreAddress with(Optional<String> user, Optional<String> password) {
        return of(url(), user.or(this::user), password.or(this::password));
    }

    /** Returns text that may be a URL, without what may be passwords in it. */
    static String masked(String url) {
        return url.replaceFirst("//.*@", "//***@").replaceAll("(?i)(password=)[^&;]*", "$1***");
    }

    /** Returns the URL without user and password. */
    public abstract String url();

    public abstract Optional<String> user();

    public abstract Optional<String> password();

    /** Returns the URL without its parameters. */
    @Override
    public final String toString() {
        return url().replaceFirst("[?;].*", "");
    }
}
