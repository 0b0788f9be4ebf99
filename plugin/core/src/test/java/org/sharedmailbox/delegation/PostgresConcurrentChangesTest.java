/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import org.sharedmailbox.store.TestStores;

class PostgresConcurrentChangesTest extends ConcurrentChangesContract {
    PostgresConcurrentChangesTest() {
        super(TestStores.postgres());
    }
}
