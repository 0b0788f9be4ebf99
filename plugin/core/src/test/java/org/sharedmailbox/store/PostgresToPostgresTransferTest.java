/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresToPostgresTransferTest extends StoreTransferContract {
    @RegisterExtension final TestStores from = TestStores.postgres();
    @RegisterExtension final TestStores to = TestStores.postgresWithoutTables();

    @Override
    TestStores from() {
        return from;
    }

    @Override
    TestStores to() {
        return to;
    }
}
