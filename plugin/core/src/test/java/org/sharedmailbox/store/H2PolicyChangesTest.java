/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.policy.PolicyChangesContract;

class H2PolicyChangesTest implements PolicyChangesContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public JdbcStores stores() {
        return stores.stores();
    }
}
