/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class H2ExhaustedPoolTest implements ExhaustedPoolContract {
    @RegisterExtension final TestStores database = TestStores.h2InFile();

    @Override
    public TestStores database() {
        return database;
    }

    @Override
    public String refusal() {
        return "makes one change to shared mailboxes after the other";
    }
}
