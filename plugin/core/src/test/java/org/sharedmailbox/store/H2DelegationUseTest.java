/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.delegation.DelegationUseContract;

class H2DelegationUseTest implements DelegationUseContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public TestStores database() {
        return stores;
    }
}
