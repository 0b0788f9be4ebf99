/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.audit.AuditRetentionContract;

class PostgresAuditRetentionTest implements AuditRetentionContract {
    @RegisterExtension final TestStores stores = TestStores.postgres();

    @Override
    public TestStores database() {
        return stores;
    }

    @Override
    public Iterable<String> upkeep() {
        return ImmutableList.of("analyze audit_entry");
    }
}
