/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLargeAuditTrailTest implements LargeAuditTrailContract {
    @RegisterExtension final TestStores stores = TestStores.postgres();

    @Override
    public TestStores database() {
        return stores;
    }

    @Override
    public String numbers(int first, int last) {
        return "select n from generate_series(" + first + ", " + last + ") n";
    }

    @Override
    public List<String> upkeep() {
        return ImmutableList.of("analyze audit_entry");
    }
}
