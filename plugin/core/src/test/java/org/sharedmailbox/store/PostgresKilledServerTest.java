/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresKilledServerTest implements KilledServerContract {
    @RegisterExtension final TestStores stores = TestStores.postgresAsSuperuser();

    @Override
    public String database() {
        return stores.database().url();
    }

    @Override
    public List<String> servers() {
        return List.of("first");
    }
}
