/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sharedmailbox.policy.IsoDuration;

/**
 * Reads single settings, and remembers which keys were asked for. The command line does it too,
 * with nothing that James brings.
 */
final class Settings {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([^}:]*)}");

    private final Map<String, String> written;
    private final Set<String> known = new TreeSet<>();

    Settings(Map<String, String> written) {
        this.written = written;
    }

    Optional<String> text(String key) {
        known.add(key);
        Optional<String> text =
                Optional.ofNullable(written.get(key)).map(String::trim).filter(s -> !s.isEmpty());
        text.ifPresent(value -> requireVariables("shared-mailboxes.properties", key, value));
        return text;
    }

    /** James has put the values of environment variables in the place of their names. */
    static void requireVariables(String file, String key, String value) {
        Matcher variable = VARIABLE.matcher(value);
        if (variable.find()) {
            throw new IllegalArgumentException(
                    String.format(
                            "%s: %s is to come from the environment variable %s, which James does"
                                    + " not have: set it where James is started",
                            file, key, variable.group(1)));
        }
    }

    /** Returns the keys with that prefix, in alphabetical order. */
    SortedSet<String> keysBelow(String prefix) {
        return written.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toCollection(TreeSet::new),
                                Collections::unmodifiableSortedSet));
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
    Set<Authority> authorities(String key) {
        return text(key).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::trim)
                .filter(host -> !host.isEmpty())
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
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toCollection(LinkedHashSet::new),
                                Collections::unmodifiableSet));
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
