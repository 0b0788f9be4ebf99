/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPoliciesContract;
import org.sharedmailbox.policy.DelegationPolicy;

class H2DelegationPoliciesTest implements DelegationPoliciesContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public DelegationPolicies policies() {
        return stores.stores().policies();
    }

    @Override
    public void givenPolicy(String domain, DelegationPolicy policy) {
        stores.givenPolicy(domain, policy);
    }
}
