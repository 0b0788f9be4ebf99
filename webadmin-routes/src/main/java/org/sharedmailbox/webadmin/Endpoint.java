/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.util.function.Function;
import org.sharedmailbox.webadmin.http.CrossSiteGuard;
import org.sharedmailbox.webadmin.http.ErrorMapping;
import org.sharedmailbox.webadmin.http.RequestBody;
import spark.Route;
import spark.Service;

/**
 * One method of HTTP on one path, and what answers it.
 *
 * @param <T> the resource: the class whose methods answer
 */
final class Endpoint<T> {
    private enum Method {
        GET,
        PUT,
        POST,
        DELETE
    }

    private final Method method;
    private final String path;
    private final Function<T, Route> route;

    private Endpoint(Method method, String path, Function<T, Route> route) {
        this.method = method;
        this.path = path;
        this.route = route;
    }

    /**
     * Answers GET.
     *
     * @param path the path, with its parameters in braces, as the reference writes it
     */
    static <T> Endpoint<T> get(String path, Function<T, Route> route) {
        return new Endpoint<>(Method.GET, path, route);
    }

    /** Answers PUT; see {@link #get}. */
    static <T> Endpoint<T> put(String path, Function<T, Route> route) {
        return new Endpoint<>(Method.PUT, path, route);
    }

    /** Answers POST; see {@link #get}. */
    static <T> Endpoint<T> post(String path, Function<T, Route> route) {
        return new Endpoint<>(Method.POST, path, route);
    }

    /** Answers DELETE; see {@link #get}. */
    static <T> Endpoint<T> delete(String path, Function<T, Route> route) {
        return new Endpoint<>(Method.DELETE, path, route);
    }

    /**
     * Registers the endpoint with the server, for requests that the guard lets through; {@link
     * ErrorMapping} answers when it fails.
     */
    void define(Service http, T resource, CrossSiteGuard guard) {
        String pattern = path.replaceAll("\\{(\\w+)}", ":$1");
        Route guarded = ErrorMapping.around(guard.around(RequestBody.typed(route.apply(resource))));
        switch (method) {
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
        throw new AssertionError(method);
    }

    /** Returns its name in the reference, e.g. {@code GET /delegations/{owner}}. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
