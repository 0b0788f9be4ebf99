/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.sharedmailbox.guice.Wiring;

/** {@code /delegations}, see {@link WiredRoutes}. */
public class DelegationRoutes extends WiredRoutes<DelegationResource> {
    private static final String BASE_PATH = "/delegations";

    private static final String OWNER = BASE_PATH + "/{owner}";
    private static final String DELEGATION = OWNER + "/{delegate}";

    static final ImmutableList<Endpoint<DelegationResource>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.put(DELEGATION, answering -> answering::put),
                    Endpoint.get(DELEGATION, answering -> answering::get),
                    Endpoint.get(BASE_PATH, answering -> answering::listAll),
                    Endpoint.post(BASE_PATH, answering -> answering::postMany),
                    Endpoint.get(OWNER, answering -> answering::list),
                    Endpoint.delete(DELEGATION, answering -> answering::delete));

    @Inject
    public DelegationRoutes(Wiring wiring) {
        super(wiring, BASE_PATH, DelegationResource.class, ENDPOINTS);
    }
}
