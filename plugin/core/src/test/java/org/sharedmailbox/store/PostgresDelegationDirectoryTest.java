/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDelegationDirectoryTest implements DelegationDirectoryContract {
    @RegisterExtension final TestStores stores = TestStores.postgres();

    @Override
    public JdbcStores stores() {
        return stores.stores();
    }
}
