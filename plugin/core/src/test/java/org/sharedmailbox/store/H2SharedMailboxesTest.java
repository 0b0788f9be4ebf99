/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SharedMailboxesContract;
import org.sharedmailbox.transaction.Transactions;

class H2SharedMailboxesTest implements SharedMailboxesContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public SharedMailboxes mailboxes() {
        return stores.stores().mailboxes();
    }

    @Override
    public Delegations delegations() {
        return stores.stores().delegations();
    }

    @Override
    public Transactions transactions() {
        return stores.stores().transactions();
    }
}
