/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresExhaustedPoolTest implements ExhaustedPoolContract {
    @RegisterExtension final TestStores database = TestStores.postgres();

    @Override
    public TestStores database() {
        return database;
    }
}
