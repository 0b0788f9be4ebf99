/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditLogContract;

class PostgresAuditLogTest implements AuditLogContract {
    @RegisterExtension final TestStores stores = TestStores.postgres();

    @Override
    public AuditLog auditLog() {
        return stores.stores().auditLog();
    }
}
