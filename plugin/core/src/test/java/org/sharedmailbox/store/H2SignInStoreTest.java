/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.mailbox.SignInStoreContract;
import org.sharedmailbox.transaction.Transactions;

class H2SignInStoreTest implements SignInStoreContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public SignInStore signIns() {
        return stores.stores().signIns();
    }

    @Override
    public SharedMailboxes mailboxes() {
        return stores.stores().mailboxes();
    }

    @Override
    public Transactions transactions() {
        return stores.stores().transactions();
    }
}
