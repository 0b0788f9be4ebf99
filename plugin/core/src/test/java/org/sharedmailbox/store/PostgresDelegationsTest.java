/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.DelegationsContract;
import org.sharedmailbox.delegation.LockedOwnersContract;
import org.sharedmailbox.transaction.Transactions;

class PostgresDelegationsTest implements DelegationsContract, LockedOwnersContract {
    @RegisterExtension final TestStores stores = TestStores.postgres();

    @Override
    public Delegations delegations() {
        return stores.stores().delegations();
    }

    @Override
    public Transactions transactions() {
        return stores.stores().transactions();
    }
}
