/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.sharedmailbox.guice.Wiring;
import spark.Service;

/** The routes of delegations, answered by {@link DelegationResource}. */
public class DelegationRoutes extends WiredRoutes<DelegationResource> {
    private static final String BASE_PATH = "/delegations";

    private static final String OWNER = BASE_PATH + "/{owner}";
    private static final String DELEGATION = OWNER + "/{delegate}";

    static final ImmutableList<Endpoint<DelegationResource>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.put(DELEGATION, resource -> resource::put),
                    Endpoint.get(DELEGATION, resource -> resource::get),
                    Endpoint.get(BASE_PATH, resource -> resource::list),
                    Endpoint.post(BASE_PATH, resource -> resource::changeMany),
                    Endpoint.post(DELEGATION, resource -> resource.suspensions()::change),
                    Endpoint.get(OWNER, resource -> resource::listOfOwner),
                    Endpoint.delete(DELEGATION, resource -> resource::delete));

    @Override
    public void define(Service http) {
        super.define(http);
        find(CrossSiteUserFilter.class).ifPresent(filter -> filter.define(http));
        find(UserRouteFilters.class).ifPresent(filters -> filters.define(http));
    }

    /** For James, which creates this class by its name. */
    @Inject
    public DelegationRoutes(Wiring wiring) {
        super(wiring, BASE_PATH, DelegationResource.class, ENDPOINTS);
    }
}
