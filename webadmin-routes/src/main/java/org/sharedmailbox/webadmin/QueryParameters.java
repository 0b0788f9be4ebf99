/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.util.Optional;
import org.sharedmailbox.failure.RequestRefusedException;
import spark.Request;

/** The parameters behind the {@code ?}, each of them given at most once. */
final class QueryParameters {
    private final Request request;

    private QueryParameters(Request request) {
        this.request = request;
    }

    /**
     * @param known the parameters that the endpoint takes
     * @throws RequestRefusedException ({@code INVALID}) if there is another, or one is repeated
     */
    static QueryParameters of(Request request, String... known) {
        for (String name : request.queryParams()) {
            if (!ImmutableSet.copyOf(known).contains(name)) {
                throw refused(
                        name,
                        known.length == 0
                                ? "This request takes no parameters, but has " + Quoted.of(name)
                                : String.format(
                                        "There is no parameter %s; the parameters are %s",
                                        Quoted.of(name), String.join(", ", known)));
            }
            if (request.queryParamsValues(name).length > 1) {
                throw refused(name, "'" + name + "' is given more than once");
            }
        }
        return new QueryParameters(request);
    }

    /** The value, which must be the only one that there is. */
    Optional<String> oneOf(String name, String only) {
        return value(name)
                .map(
                        value -> {
                            if (!value.equals(only)) {
                                throw refused(
                                        name,
                                        String.format(
                                                "'%s' is %s; it can only be '%s'",
                                                name, Quoted.of(value), only));
                            }
                            return value;
                        });
    }

    /** The number, or {@code unlessGiven}. */
    int number(String name, int least, int most, int unlessGiven) {
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

    private Optional<String> value(String name) {
        return Optional.ofNullable(request.queryParams(name));
    }

    private static RequestRefusedException refused(String name, String message) {
        return RequestRefusedException.invalid(name, message);
    }
}
