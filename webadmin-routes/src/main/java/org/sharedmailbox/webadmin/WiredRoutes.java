/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.apache.james.webadmin.Routes;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.webadmin.http.CrossSiteGuard;
import spark.Service;

/**
 * Routes that {@code extensions.routes} of {@code webadmin.properties} names. James creates them
 * whether or not the plugin's Guice module is installed, so they look up the one class that
 * answers, and define nothing without it (docs/adr/0003-entry-points-find-their-services.md).
 * Everything behind that class is injected.
 *
 * @param <T> the resource: the class whose methods answer
 */
abstract class WiredRoutes<T> implements Routes {
    private final Wiring wiring;
    private final String basePath;
    private final Class<T> resource;
    private final ImmutableList<Endpoint<T>> endpoints;

    /**
     * Lists the routes.
     *
     * @param basePath the path at and below which James asks for authentication
     * @param endpoints the endpoints, in the order in which they are tried
     */
    WiredRoutes(
            Wiring wiring,
            String basePath,
            Class<T> resource,
            ImmutableList<Endpoint<T>> endpoints) {
        this.wiring = wiring;
        this.basePath = basePath;
        this.resource = resource;
        this.endpoints = endpoints;
    }

    @Override
    public final String getBasePath() {
        return basePath;
    }

    @Override
    public void define(Service http) {
        wiring.find(resource)
                .ifPresent(
                        found -> {
                            CrossSiteGuard guard = wiring.find(CrossSiteGuard.class).orElseThrow();
                            endpoints.forEach(endpoint -> endpoint.define(http, found, guard));
                        });
    }

    /** Returns another class of ours, unless the plugin's Guice module is missing. */
    final <S> Optional<S> find(Class<S> type) {
        return wiring.find(type);
    }
}
