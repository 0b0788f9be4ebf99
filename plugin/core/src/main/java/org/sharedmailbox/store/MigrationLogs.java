/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/**
 * Creates {@link MigrationLog}s; on the command line, where James's logging is not there, {@link
 * SilentLog}s. Public because the migration library finds this class by its name.
 */
public final class MigrationLogs implements LogCreator {
    @Override
    public Log createLogger(Class<?> from) {
        return isLoggingThere() ? new MigrationLog(from) : new SilentLog();
    }

    private static boolean isLoggingThere() {
        try {
            Class.forName("org.slf4j.LoggerFactory", false, MigrationLogs.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
