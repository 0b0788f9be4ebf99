/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sharedmailbox.guice.Wiring;
import spark.Service;

/**
 * {@code /delegations}, to be named in {@code extensions.routes} of {@code webadmin.properties}.
 * Without the plugin's Guice module there are no such routes.
 */
public class DelegationRoutes implements Routes {
    private static final String BASE_PATH = "/delegations";

    private static final String OWNER = BASE_PATH + "/{owner}";
    private static final String DELEGATION = OWNER + "/{delegate}";

    static final ImmutableList<Endpoint<DelegationEndpoints>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.put(DELEGATION, answering -> answering::put),
                    Endpoint.get(DELEGATION, answering -> answering::get),
                    Endpoint.get(BASE_PATH, answering -> answering::listAll),
                    Endpoint.post(BASE_PATH, answering -> answering::postMany),
                    Endpoint.get(OWNER, answering -> answering::list),
                    Endpoint.delete(DELEGATION, answering -> answering::delete));

    private final Wiring wiring;

    @Inject
    public DelegationRoutes(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public String getBasePath() {
        return BASE_PATH;
    }

    @Override
    public void define(Service http) {
        wiring.find(DelegationEndpoints.class)
                .ifPresent(
                        answering ->
                                ENDPOINTS.forEach(endpoint -> endpoint.define(http, answering)));
    }
}
