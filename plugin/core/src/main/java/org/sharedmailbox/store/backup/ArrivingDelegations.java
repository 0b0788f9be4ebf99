/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the delegations of a backup where it is restored. Accounts may have been deleted
 * since, and others made of the same name: a delegation as it was would let those in. Immutable.
 */
public final class ArrivingDelegations {
    /** They give what they gave. */
    public static final ArrivingDelegations AS_THEY_WERE =
            new ArrivingDelegations(Optional.empty());

    private static final String TABLE = "delegation";
    private static final String AT = "suspended_at";
    private static final String BY = "suspended_by";

    /** In the place of an administrator's name. */
    private static final String WHO = "store restore";

    /** As it is on its way. */
    private final Optional<String> suspendedAt;

    private ArrivingDelegations(Optional<String> suspendedAt) {
        this.suspendedAt = suspendedAt;
    }

    /** Returns that they give nothing from now on, until an administrator resumes them. */
    public static ArrivingDelegations suspended(Instant now) {
        // As precise as the databases keep it.
        return new ArrivingDelegations(Optional.of(now.truncatedTo(ChronoUnit.MICROS).toString()));
    }

    /**
     * @throws TransferRefusedException if that cannot be with these tables
     */
    void requirePossible(StoreShape shape) {
        if (suspendedAt.isPresent() && !shape.hasColumn(TABLE, AT)) {
            throw new TransferRefusedException(
                    "The backup is of a version that knows no suspension, and nothing was restored:"
                            + " restore it without that into another database, back that up, and"
                            + " restore what that gives");
        }
    }

    /** Returns what is to be stored in place of a row of that table. */
    List<@Nullable Object> arriving(StoreTable table, List<@Nullable Object> row) {
        // Those that were suspended stay so by whom and since when they were.
        if (suspendedAt.isEmpty()
                || !table.name().equals(TABLE)
                || row.get(table.position(AT)) != null) {
            return row;
        }
        List<@Nullable Object> suspended = new ArrayList<>(row);
        suspended.set(table.position(AT), suspendedAt.get());
        suspended.set(table.position(BY), WHO);
        return suspended;
    }
}
