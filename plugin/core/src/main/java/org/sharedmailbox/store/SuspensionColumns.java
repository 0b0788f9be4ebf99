/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Suspension;

/**
 * Reads and writes who suspended a delegation, and when. No other statement writes it, so that
 * nobody who is locked out is let in by a change of something else.
 */
final class SuspensionColumns {
    private static final String UPDATE =
            "update delegation set suspended_at = :at, suspended_by = :by"
                    + " where owner = :owner and delegate = :delegate";

    private SuspensionColumns() {}

    static void write(Handle handle, Collection<Delegation> delegations) {
        if (delegations.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(UPDATE);
        for (Delegation delegation : delegations) {
            DelegationStatements.bindKey(batch, delegation.owner(), delegation.delegate())
                    .bind("at", delegation.suspension().map(Suspension::at))
                    .bind("by", delegation.suspension().map(Suspension::by))
                    .add();
        }
        batch.execute();
    }

    static Optional<Suspension> read(ResultSet row) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp("suspended_at");
        return at == null
                ? Optional.empty()
                : Optional.of(Suspension.of(at.toInstant(), row.getString("suspended_by")));
    }
}
