/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.delegation.ExpiryContract;

class PostgresExpiryTest implements ExpiryContract {
    @RegisterExtension final TestStores stores = TestStores.postgres();

    @Override
    public TestStores database() {
        return stores;
    }
}
