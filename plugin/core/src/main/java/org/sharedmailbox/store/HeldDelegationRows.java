/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.HeldDelegation;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;

/**
 * Collects delegations as {@link DelegationRows} does, from rows that also contain the owner's
 * {@code mailbox_type}, and when the delegate's account ended.
 */
final class HeldDelegationRows {
    private final DelegationRows rows = new DelegationRows();
    private final Map<Username, SharedMailboxTypeName> types = new HashMap<>();
    private Optional<Instant> accountEnd = Optional.empty();

    /** Adds the current row of the result. */
    HeldDelegationRows plus(ResultSet row) throws SQLException {
        String type = row.getString("mailbox_type");
        if (type != null) {
            types.put(Username.of(row.getString("owner")), SharedMailboxTypeName.of(type));
        }
        accountEnd =
                Optional.ofNullable(row.getTimestamp("account_ended_at")).map(Timestamp::toInstant);
        rows.plus(row);
        return this;
    }

    /** Returns the delegations in the order of {@link DelegationRows#delegations}. */
    List<HeldDelegation> delegations() {
        return rows.delegations().stream()
                .map(
                        delegation ->
                                HeldDelegation.of(
                                        delegation,
                                        Optional.ofNullable(types.get(delegation.owner())),
                                        accountEnd))
                .collect(ImmutableList.toImmutableList());
    }
}
