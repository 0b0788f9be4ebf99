/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresKeptVersionsTest extends KeptVersionsContract {
    @RegisterExtension final TestStores stores = TestStores.postgresWithoutTables();

    @Override
    TestStores database() {
        return stores;
    }
}
