/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.time.Duration;
import java.util.Optional;
import org.sharedmailbox.transaction.SchemaVersions;
import org.sharedmailbox.transaction.StoreCondition;

/** {@link StoreCondition} of a {@link JdbcStore}. */
final class JdbcStoreCondition implements StoreCondition {
    /** Those without a version are not of ours: Flyway's own note of where it began. */
    private static final String STORED =
            "select max(cast(\"version\" as integer)) from shared_mailbox_schema_history"
                    + " where \"success\"";

    private final JdbcStore store;

    JdbcStoreCondition(JdbcStore store) {
        this.store = store;
    }

    @Override
    public Optional<Duration> awayFor() {
        return store.awayFor();
    }

    @Override
    public SchemaVersions schema() {
        try {
            return SchemaVersions.of(stored(), store.knownSchema());
        } catch (NewerSchemaException e) {
            return e.versions();
        }
    }

    private int stored() {
        return store.lookUp(
                handle -> handle.createQuery(STORED).mapTo(Integer.class).findOne().orElse(0));
    }
}
