/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sharedmailbox.store.TestStores;

/** One database for all tests of a class, for those that change nothing in it. */
public final class StoresOfClass implements BeforeAllCallback, AfterAllCallback {
    private final TestStores stores = TestStores.h2InFile();

    public TestStores stores() {
        return stores;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        stores.beforeEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        stores.afterEach(context);
    }
}
