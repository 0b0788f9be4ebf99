/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.sharedmailbox.failure.RequestRefusedException;
import spark.Request;

/**
 * The query parameters of a request, each given at most once. They are percent-decoded once, as
 * paths are: a {@code +} in an address or a time stays a {@code +}.
 */
public final class QueryParameters {
    private static final Splitter PARAMETERS = Splitter.on('&').omitEmptyStrings();

    private final Map<String, String> values;

    private QueryParameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Returns the parameters of the request.
     *
     * @param known the only parameters it may have
     * @throws RequestRefusedException ({@code INVALID}) if it has another, or one of them twice
     */
    public static QueryParameters of(Request request, String... known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : PARAMETERS.split(Strings.nullToEmpty(request.queryString()))) {
            int equals = parameter.indexOf('=');
            String name =
                    RequestPath.decoded(
                            "?", equals < 0 ? parameter : parameter.substring(0, equals));
            requireKnown(name, known);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            if (values.putIfAbsent(name, RequestPath.decoded(name, value)) != null) {
                throw refused(name, "'" + name + "' is given more than once");
            }
        }
        return new QueryParameters(values);
    }

    /** Decides whether the request has that parameter, whatever else is wrong with its query. */
    public static boolean isGiven(Request request, String name) {
        return PARAMETERS.splitToList(Strings.nullToEmpty(request.queryString())).stream()
                .anyMatch(parameter -> parameter.equals(name) || parameter.startsWith(name + "="));
    }

    private static void requireKnown(String name, String... known) {
        if (!ImmutableSet.copyOf(known).contains(name)) {
            throw refused(
                    name,
                    known.length == 0
                            ? "This request takes no parameters, but has " + Quoted.of(name)
                            : String.format(
                                    "There is no parameter %s; the parameters are %s",
                                    Quoted.of(name), String.join(", ", known)));
        }
    }

    /** Returns the parameter's value, which must be one of those allowed. */
    public Optional<String> oneOf(String name, String... allowed) {
        return value(name)
                .map(
                        value -> {
                            if (!ImmutableSet.copyOf(allowed).contains(value)) {
                                throw refused(
                                        name,
                                        String.format(
                                                allowed.length == 1
                                                        ? "'%s' is %s; it can only be '%s'"
                                                        : "'%s' is %s; it must be one of %s",
                                                name,
                                                Quoted.of(value),
                                                String.join(", ", allowed)));
                            }
                            return value;
                        });
    }

    /** Returns the parameter's number, or the default if it is absent. */
    int number(String name, int min, int max, int defaultValue) {
        return number(name, min, max).orElse(defaultValue);
    }

    /** Returns the parameter's number; empty if it is absent. */
    public Optional<Integer> number(String name, int min, int max) {
        return value(name).map(value -> number(name, value, min, max));
    }

    private static int number(String name, String value, int min, int max) {
        Integer number = Ints.tryParse(value);
        if (number == null || number < min || number > max) {
            throw refused(
                    name,
                    String.format(
                            "'%s' is %s; it must be a whole number from %d to %d",
                            name, Quoted.of(value), min, max));
        }
        return number;
    }

    /**
     * Returns what {@code parse} makes of the parameter's value.
     *
     * @param parse takes the parameter's name and value; if it throws an {@link
     *     IllegalArgumentException}, the parameter is refused with its message
     */
    public <T> Optional<T> value(String name, BiFunction<String, String, T> parse) {
        return value(name).map(value -> FieldValue.parse(name, () -> parse.apply(name, value)));
    }

    /** Decides whether the parameter is given. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static RequestRefusedException refused(String name, String message) {
        return RequestRefusedException.invalid(name, message);
    }
}
