/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import org.sharedmailbox.store.TestStores;

class H2ConcurrentChangesTest extends ConcurrentChangesContract {
    H2ConcurrentChangesTest() {
        super(TestStores.h2InFile());
    }
}
