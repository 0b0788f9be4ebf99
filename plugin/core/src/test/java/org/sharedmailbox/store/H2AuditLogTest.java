/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditLogContract;

class H2AuditLogTest implements AuditLogContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public AuditLog auditLog() {
        return stores.stores().auditLog();
    }
}
