/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditTrail;
import org.sharedmailbox.audit.AuditTrailContract;

class H2AuditTrailTest implements AuditTrailContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public AuditLog log() {
        return stores.stores().auditLog();
    }

    @Override
    public AuditTrail trail() {
        return stores.stores().auditTrail();
    }
}
