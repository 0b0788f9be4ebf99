/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNewerSchemaTest implements NewerSchemaContract {
    @RegisterExtension final TestStores stores = TestStores.postgresWithoutTables();

    @Override
    public TestStores database() {
        return stores;
    }
}
