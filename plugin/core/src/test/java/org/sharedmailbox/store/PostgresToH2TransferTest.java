/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresToH2TransferTest extends StoreTransferContract {
    @RegisterExtension final TestStores from = TestStores.postgres();
    @RegisterExtension final TestStores to = TestStores.h2WithoutTables();

    @Override
    TestStores from() {
        return from;
    }

    @Override
    TestStores to() {
        return to;
    }
}
