/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.sharedmailbox.guice.Wiring;

/** The routes of policies, answered by {@link DelegationPolicyResource}. */
public class DelegationPolicyRoutes extends WiredRoutes<DelegationPolicyResource> {
    private static final String BASE_PATH = "/delegation-policies";

    /** The path of a domain, or of {@code default}: all domains without a policy of their own. */
    private static final String DOMAIN = BASE_PATH + "/{domain}";

    static final ImmutableList<Endpoint<DelegationPolicyResource>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.get(DOMAIN, resource -> resource::get),
                    Endpoint.put(DOMAIN, resource -> resource::put),
                    Endpoint.delete(DOMAIN, resource -> resource::delete));

    /** For James, which creates this class by its name. */
    @Inject
    public DelegationPolicyRoutes(Wiring wiring) {
        super(wiring, BASE_PATH, DelegationPolicyResource.class, ENDPOINTS);
    }
}
