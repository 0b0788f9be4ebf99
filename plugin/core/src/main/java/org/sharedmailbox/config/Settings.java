/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sharedmailbox.policy.IsoDuration;

/** Reads single settings, and remembers which keys were asked for. */
final class Settings {
    private static final Splitter LIST = Splitter.on(',').trimResults().omitEmptyStrings();

    private final Map<String, String> written;
    private final Set<String> known = new TreeSet<>();

    Settings(Map<String, String> written) {
        this.written = written;
    }

    Optional<String> text(String key) {
        known.add(key);
        return Optional.ofNullable(written.get(key)).map(String::trim).filter(s -> !s.isEmpty());
    }

    /** Returns the keys with that prefix, in alphabetical order. */
    ImmutableSortedSet<String> keysBelow(String prefix) {
        return written.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    Optional<Boolean> flag(String key) {
        return text(key)
                .map(
                        value -> {
                            if (!value.equals("true") && !value.equals("false")) {
                                throw refused(key, value, "true or false");
                            }
                            return value.equals("true");
                        });
    }

    Optional<Integer> number(String key, int min, int max) {
        return text(key).map(value -> number(key, value, min, max));
    }

    private static int number(String key, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw refused(key, value, "a whole number from " + min + " to " + max);
    }

    Optional<Duration> duration(String key, Duration min, Duration max) {
        return text(key).map(value -> duration(key, value, min, max));
    }

    private static Duration duration(String key, String value, Duration min, Duration max) {
        try {
            Duration duration = Duration.parse(value);
            if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // refused below, like a duration out of range
        }
        throw refused(
                key,
                value,
                String.format(
                        "an ISO 8601 duration in days, hours, minutes and seconds from %s to %s,"
                                + " e.g. PT1M or P30D",
                        IsoDuration.of(min), IsoDuration.of(max)));
    }

    /** Returns the hosts that are written there, separated by commas. */
    ImmutableSet<Authority> authorities(String key) {
        return text(key).map(LIST::splitToList).orElse(ImmutableList.of()).stream()
                .map(
                        host ->
                                Authority.parse(host)
                                        .orElseThrow(
                                                () ->
                                                        refused(
                                                                key,
                                                                host,
                                                                "a host name or address, perhaps"
                                                                        + " with a port, e.g."
                                                                        + " mail.example.com or"
                                                                        + " [2001:db8::1]:8000")))
                .collect(ImmutableSet.toImmutableSet());
    }

    Optional<String> storeUrl(String key) {
        Optional<String> url = text(key);
        url.filter(value -> !value.matches("jdbc:(h2|postgresql):.+"))
                .ifPresent(
                        value -> {
                            throw refused(
                                    key,
                                    value,
                                    "a JDBC URL of PostgreSQL (jdbc:postgresql://host/database) or"
                                            + " H2 (jdbc:h2:…)");
                        });
        return url;
    }

    void refuseUnknownKeys() {
        written.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(
                        key -> {
                            throw new IllegalArgumentException(
                                    String.format(
                                            "shared-mailboxes.properties: there is no setting '%s';"
                                                    + " the settings are %s",
                                            key, known));
                        });
    }

    static IllegalArgumentException refused(String key, String value, String allowed) {
        return new IllegalArgumentException(
                String.format(
                        "shared-mailboxes.properties: %s is '%s', but it must be %s",
                        key, value, allowed));
    }
}
