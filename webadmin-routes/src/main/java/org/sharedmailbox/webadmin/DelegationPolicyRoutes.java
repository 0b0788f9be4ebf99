/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sharedmailbox.guice.Wiring;
import spark.Service;

/**
 * {@code /delegation-policies}, to be named in {@code extensions.routes} of {@code
 * webadmin.properties}. Without the plugin's Guice module there are no such routes.
 */
public class DelegationPolicyRoutes implements Routes {
    private static final String BASE_PATH = "/delegation-policies";

    /** Where {@code default} stands for all domains without a policy of their own. */
    private static final String DOMAIN = BASE_PATH + "/{domain}";

    static final ImmutableList<Endpoint<DelegationPolicyEndpoints>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.get(DOMAIN, answering -> answering::get),
                    Endpoint.put(DOMAIN, answering -> answering::put),
                    Endpoint.delete(DOMAIN, answering -> answering::delete));

    private final Wiring wiring;

    @Inject
    public DelegationPolicyRoutes(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public String getBasePath() {
        return BASE_PATH;
    }

    @Override
    public void define(Service http) {
        wiring.find(DelegationPolicyEndpoints.class)
                .ifPresent(
                        answering ->
                                ENDPOINTS.forEach(endpoint -> endpoint.define(http, answering)));
    }
}
