/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.transaction.ConflictContract;
import org.sharedmailbox.transaction.TransactionEndContract;
import org.sharedmailbox.transaction.Transactions;
import org.sharedmailbox.transaction.TransactionsContract;

class PostgresTransactionsTest
        implements TransactionsContract, TransactionEndContract, ConflictContract {
    @RegisterExtension final TestStores stores = TestStores.postgres();

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
        stores.sql(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                        + " current_database() and state = 'idle in transaction'");
    }
}
