/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import org.apache.james.webadmin.Routes;
import org.sharedmailbox.guice.Wiring;
import spark.Service;

/**
 * Endpoints of one object, to be named in {@code extensions.routes} of {@code webadmin.properties}.
 * James makes them with or without the plugin's Guice module; without it nothing is defined.
 *
 * @param <T> has the methods that answer
 */
abstract class WiredRoutes<T> implements Routes {
    private final Wiring wiring;
    private final String basePath;
    private final Class<T> answering;
    private final ImmutableList<Endpoint<T>> endpoints;

    /**
     * @param basePath below which James asks for authentication
     * @param endpoints in the order in which they are tried
     */
    WiredRoutes(
            Wiring wiring,
            String basePath,
            Class<T> answering,
            ImmutableList<Endpoint<T>> endpoints) {
        this.wiring = wiring;
        this.basePath = basePath;
        this.answering = answering;
        this.endpoints = endpoints;
    }

    @Override
    public final String getBasePath() {
        return basePath;
    }

    @Override
    public final void define(Service http) {
        wiring.find(answering)
                .ifPresent(found -> endpoints.forEach(endpoint -> endpoint.define(http, found)));
    }
}
