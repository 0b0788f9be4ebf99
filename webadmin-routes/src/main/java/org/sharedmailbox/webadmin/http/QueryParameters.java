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
 * The parameters behind the {@code ?}, each of them given at most once. They are percent-decoded
 * once, as paths are: a {@code +} in an address or a time is a {@code +}.
 */
public final class QueryParameters {
    private static final Splitter PARAMETERS = Splitter.on('&').omitEmptyStrings();

    private final Map<String, String> values;

    private QueryParameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param known the parameters that the endpoint takes
     * @throws RequestRefusedException ({@code INVALID}) if there is another, or one is repeated
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

    /** The value, which must be one of those that there are. */
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
                                                        : "'%s' is %s; it can be %s",
                                                name,
                                                Quoted.of(value),
                                                String.join(", ", allowed)));
                            }
                            return value;
                        });
    }

    /** The number, or {@code unlessGiven}. */
    public int number(String name, int least, int most, int unlessGiven) {
        return value(name).map(value -> number(name, value, least, most)).orElse(unlessGiven);
    }

    private static int number(String name, String value, int least, int most) {
        Integer number = Ints.tryParse(value);
        if (number == null || number < least || number > most) {
            throw refused(
                    name,
                    String.format(
                            "'%s' is %s; it must be a whole number from %d to %d",
                            name, Quoted.of(value), least, most));
        }
        return number;
    }

    /**
     * The value as {@code parse} understands it.
     *
     * @param parse is given the parameter's name and value; an IllegalArgumentException of it
     *     refuses
     */
    public <T> Optional<T> value(String name, BiFunction<String, String, T> parse) {
        return value(name).map(value -> FieldValue.of(name, () -> parse.apply(name, value)));
    }

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
