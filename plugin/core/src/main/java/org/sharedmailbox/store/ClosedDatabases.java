/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableSet;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/**
 * Makes the pool drop connections to an H2 database that was closed under them, which it does not
 * notice by itself. The next connection opens the database again.
 */
final class ClosedDatabases implements SQLExceptionOverride {
    private static final ImmutableSet<Integer> CLOSED =
            ImmutableSet.of(
                    // Its file cannot be written; it is closed a moment later.
                    ErrorCode.GENERAL_ERROR_1,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2);

    ClosedDatabases() {}

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode())
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
