/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.Validity;

/**
 * Collects delegations from the rows of {@code delegation} joined with {@code delegation_folder}:
 * one row for each folder, or a single one if there is none.
 */
final class DelegationRows {
    private static final Comparator<Delegation> BY_ADDRESSES =
            Comparator.comparing((Delegation delegation) -> delegation.owner().asString())
                    .thenComparing(delegation -> delegation.delegate().asString());

    private final Map<List<String>, Delegation.Builder> started = new LinkedHashMap<>();
    private final Map<List<String>, List<FolderName>> folders = new LinkedHashMap<>();

    /** Adds the current row of the result. */
    DelegationRows plus(ResultSet row) throws SQLException {
        List<String> key = List.of(row.getString("owner"), row.getString("delegate"));
        if (!started.containsKey(key)) {
            started.put(key, start(row));
        }
        if (!row.getBoolean("all_folders")) {
            List<FolderName> named = folders.computeIfAbsent(key, any -> new ArrayList<>());
            String folder = row.getString("folder");
            if (folder != null) {
                named.add(FolderName.of(folder));
            }
        }
        return this;
    }

    /**
     * Returns the delegations in the order of the owners' and then the delegates' addresses, which
     * does not depend on the collation of the database. A delegation that neither covers all
     * folders nor names any covers nothing, and is left out.
     */
    List<Delegation> delegations() {
        List<Delegation> delegations = new ArrayList<>();
        started.forEach(
                (key, delegation) -> {
                    List<FolderName> named = folders.get(key);
                    if (named == null) {
                        delegations.add(delegation.build());
                    } else if (!named.isEmpty()) {
                        delegations.add(delegation.folders(FolderScope.of(named)).build());
                    }
                });
        return ImmutableList.sortedCopyOf(BY_ADDRESSES, delegations);
    }

    private static Delegation.Builder start(ResultSet row) throws SQLException {
        return Delegation.between(
                        Username.of(row.getString("owner")), Username.of(row.getString("delegate")))
                .rights(rightsOf(row))
                .validity(Validity.of(instant(row, "not_before"), instant(row, "not_after")))
                .subscribe(row.getBoolean("subscribe"))
                .note(Optional.ofNullable(row.getString("note")))
                .grantedBy(row.getString("granted_by"))
                .grantedAt(row.getTimestamp("granted_at").toInstant())
                .changedAt(row.getTimestamp("changed_at").toInstant());
    }

    private static List<DelegationRight> rightsOf(ResultSet row) throws SQLException {
        List<DelegationRight> rights = new ArrayList<>();
        for (DelegationRight right : DelegationRight.values()) {
            if (row.getBoolean("may_" + right.name())) {
                rights.add(right);
            }
        }
        return rights;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
