/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.flywaydb.core.api.logging.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on the messages of the migration library. Its warning that it has not been tested with
 * such a new database is logged at debug level only: our own contract tests run on the databases
 * that we bundle and support.
 */
final class MigrationLog implements Log {
    private static final String UNTESTED_DATABASE = "newer than this version of Flyway";

    private final Logger logger;

    MigrationLog(Class<?> from) {
        this.logger = LoggerFactory.getLogger(from);
    }

    @Override
    public boolean isDebugEnabled() {
        return logger.isDebugEnabled();
    }

    @Override
    public void debug(String message) {
        logger.debug(message);
    }

    @Override
    public void info(String message) {
        logger.debug(message);
    }

    @Override
    public void warn(String message) {
        if (message.contains(UNTESTED_DATABASE)) {
            logger.debug(message);
        } else {
            logger.warn(message);
        }
    }

    @Override
    public void error(String message) {
        logger.error(message);
    }

    @Override
    public void error(String message, Exception e) {
        logger.error(message, e);
    }

    @Override
    public void notice(String message) {
        logger.debug(message);
    }
}
