/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/**
 * Creates {@link MigrationLog}s. Public because the migration library finds this class by its name.
 */
public final class MigrationLogs implements LogCreator {
    @Override
    public Log createLogger(Class<?> from) {
        return new MigrationLog(from);
    }
}
