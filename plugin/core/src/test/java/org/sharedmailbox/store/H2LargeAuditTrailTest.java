/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2LargeAuditTrailTest implements LargeAuditTrailContract {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();

    @Override
    public TestStores database() {
        return stores;
    }

    @Override
    public String numbers(int first, int last) {
        return "select \"X\" as n from system_range(" + first + ", " + last + ")";
    }

    @Override
    public List<String> upkeep() {
        return ImmutableList.of();
    }
}
