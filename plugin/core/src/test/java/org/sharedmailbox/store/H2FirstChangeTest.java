/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class H2FirstChangeTest implements FirstChangeContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public TestStores database() {
        return stores;
    }
}
