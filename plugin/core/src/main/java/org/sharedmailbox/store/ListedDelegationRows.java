/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationState;
import org.sharedmailbox.delegation.LastUse;
import org.sharedmailbox.delegation.ListedDelegation;

/** Rows of delegations joined with what tells their states and last uses. Not thread-safe. */
final class ListedDelegationRows {
    private final Instant at;
    private final DelegationRows delegations = new DelegationRows();
    private final Map<List<String>, LastUse> lastUses = new HashMap<>();
    private final Set<List<String>> suspended = new HashSet<>();

    /**
     * @param at the moment for which states are told
     */
    ListedDelegationRows(Instant at) {
        this.at = at;
    }

    /** Adds a row. */
    ListedDelegationRows plus(ResultSet row) throws SQLException {
        delegations.plus(row);
        List<String> key = List.of(row.getString("owner"), row.getString("delegate"));
        if (!lastUses.containsKey(key)) {
            lastUses.put(key, JdbcDelegationUses.lastUse(row));
        }
        if (!row.getBoolean("permitted")) {
            suspended.add(key);
        }
        return this;
    }

    /** Returns what was read, in the order of the rows. */
    ImmutableList<ListedDelegation> listed() {
        return delegations.asRead().stream()
                .map(
                        delegation ->
                                ListedDelegation.of(
                                        delegation,
                                        state(delegation),
                                        lastUses.getOrDefault(key(delegation), LastUse.never())))
                .collect(ImmutableList.toImmutableList());
    }

    private static List<String> key(Delegation delegation) {
        return List.of(delegation.owner().asString(), delegation.delegate().asString());
    }

    private DelegationState state(Delegation delegation) {
        return delegation.stateAt(at).underPolicy(!suspended.contains(key(delegation)));
    }
}
