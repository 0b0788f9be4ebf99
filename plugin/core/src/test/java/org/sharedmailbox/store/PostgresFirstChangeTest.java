/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFirstChangeTest implements FirstChangeContract {
    @RegisterExtension final TestStores stores = TestStores.postgres();

    @Override
    public TestStores database() {
        return stores;
    }
}
