/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.sharedmailbox.guice.Wiring;

/** The routes of what happened and what is open, answered by {@link DelegationAuditResource}. */
public class DelegationAuditRoutes extends WiredRoutes<DelegationAuditResource> {
    private static final String BASE_PATH = "/delegation-audit";

    static final ImmutableList<Endpoint<DelegationAuditResource>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.get(BASE_PATH, resource -> resource::list),
                    Endpoint.get(BASE_PATH + "/side-doors", resource -> resource::sideDoors));

    /** For James, which creates this class by its name. */
    @Inject
    public DelegationAuditRoutes(Wiring wiring) {
        super(wiring, BASE_PATH, DelegationAuditResource.class, ENDPOINTS);
    }
}
