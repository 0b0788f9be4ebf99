/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.util.function.Function;
import org.sharedmailbox.webadmin.http.ErrorMapping;
import spark.Route;
import spark.Service;

/**
 * One verb on one path, and what answers it.
 *
 * @param <T> has the methods that answer
 */
final class Endpoint<T> {
    private enum Verb {
        GET,
        PUT,
        POST,
        DELETE
    }

    private final Verb verb;
    private final String path;
    private final Function<T, Route> route;

    private Endpoint(Verb verb, String path, Function<T, Route> route) {
        this.verb = verb;
        this.path = path;
        this.route = route;
    }

    /**
     * @param path with its parameters in braces, as the reference writes it
     */
    static <T> Endpoint<T> get(String path, Function<T, Route> route) {
        return new Endpoint<>(Verb.GET, path, route);
    }

    /** Like {@link #get}. */
    static <T> Endpoint<T> put(String path, Function<T, Route> route) {
        return new Endpoint<>(Verb.PUT, path, route);
    }

    /** Like {@link #get}. */
    static <T> Endpoint<T> post(String path, Function<T, Route> route) {
        return new Endpoint<>(Verb.POST, path, route);
    }

    /** Like {@link #get}. */
    static <T> Endpoint<T> delete(String path, Function<T, Route> route) {
        return new Endpoint<>(Verb.DELETE, path, route);
    }

    /** Makes it known to the server; its failures are answered by {@link ErrorMapping}. */
    void define(Service http, T answering) {
        String pattern = path.replaceAll("\\{(\\w+)}", ":$1");
        Route guarded = ErrorMapping.around(route.apply(answering));
        switch (verb) {
            case GET:
                http.get(pattern, guarded);
                return;
            case PUT:
                http.put(pattern, guarded);
                return;
            case POST:
                http.post(pattern, guarded);
                return;
            case DELETE:
                http.delete(pattern, guarded);
                return;
        }
        throw new AssertionError(verb);
    }

    /** As the reference names it, e.g. {@code GET /delegations/{owner}}. */
    @Override
    public String toString() {
        return verb + " " + path;
    }
}
