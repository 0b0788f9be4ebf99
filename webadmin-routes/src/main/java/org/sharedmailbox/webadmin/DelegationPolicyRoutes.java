/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableList;
import javax.inject.Inject;
import org.sharedmailbox.guice.Wiring;

/** {@code /delegation-policies}, see {@link WiredRoutes}. */
public class DelegationPolicyRoutes extends WiredRoutes<DelegationPolicyResource> {
    private static final String BASE_PATH = "/delegation-policies";

    /** Where {@code default} stands for all domains without a policy of their own. */
    private static final String DOMAIN = BASE_PATH + "/{domain}";

    static final ImmutableList<Endpoint<DelegationPolicyResource>> ENDPOINTS =
            ImmutableList.of(
                    Endpoint.get(DOMAIN, answering -> answering::get),
                    Endpoint.put(DOMAIN, answering -> answering::put),
                    Endpoint.delete(DOMAIN, answering -> answering::delete));

    @Inject
    public DelegationPolicyRoutes(Wiring wiring) {
        super(wiring, BASE_PATH, DelegationPolicyResource.class, ENDPOINTS);
    }
}
