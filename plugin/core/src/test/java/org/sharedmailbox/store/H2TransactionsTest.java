/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.transaction.TransactionEndContract;
import org.sharedmailbox.transaction.Transactions;
import org.sharedmailbox.transaction.TransactionsContract;

/** Without conflicts: one change after the other is made. */
class H2TransactionsTest implements TransactionsContract, TransactionEndContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public Transactions transactions() {
        return stores.stores().transactions();
    }

    @Override
    public Delegations delegations() {
        return stores.stores().delegations();
    }

    @Override
    public SharedMailboxes mailboxes() {
        return stores.stores().mailboxes();
    }

    @Override
    public AuditLog auditLog() {
        return stores.stores().auditLog();
    }

    @Override
    public void breakConnections() {
        try {
            stores.sql("shutdown immediately");
        } catch (StoreUnavailableException e) {
            // It does not answer that.
        }
    }
}
