/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.flywaydb.core.api.logging.Log;

/** Drops all messages: what goes wrong comes as an exception too. */
final class SilentLog implements Log {
    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception e) {}

    @Override
    public void notice(String message) {}
}
