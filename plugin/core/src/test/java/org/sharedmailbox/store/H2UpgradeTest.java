/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class H2UpgradeTest implements UpgradeContract, UpgradedRightsContract, EarlyChangesContract {
    @RegisterExtension final TestStores stores = TestStores.h2WithoutTables();

    @Override
    public TestStores database() {
        return stores;
    }
}
