/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class H2KeptVersionsTest extends KeptVersionsContract {
    @RegisterExtension final TestStores stores = TestStores.h2WithoutTables();

    @Override
    TestStores database() {
        return stores;
    }
}
