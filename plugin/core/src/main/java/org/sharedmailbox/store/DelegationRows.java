/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.AutoReply;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.NoticeRecipients;
import org.sharedmailbox.model.Validity;

/**
 * Collects delegations from the rows of {@code delegation} joined with {@code delegation_entry}:
 * one row for each folder's entry, or a single one if there is none.
 */
final class DelegationRows {
    private static final Comparator<Delegation> BY_ADDRESSES =
            Comparator.comparing((Delegation delegation) -> delegation.owner().asString())
                    .thenComparing(delegation -> delegation.delegate().asString());

    private final Map<List<String>, Delegation.Builder> started = new LinkedHashMap<>();
    private final ListMultimap<List<String>, FolderEntry> entries = ArrayListMultimap.create();
    private final Set<List<String>> sending = new HashSet<>();

    /** Adds the current row of the result. */
    DelegationRows plus(ResultSet row) throws SQLException {
        List<String> key = List.of(row.getString("owner"), row.getString("delegate"));
        if (!started.containsKey(key)) {
            Set<DelegationRight> sendRights = sendRightsOf(row);
            if (!sendRights.isEmpty()) {
                sending.add(key);
            }
            started.put(key, start(row).sendRights(sendRights));
            entries.putAll(key, ofMailbox(row).asList());
        }
        String folder = row.getString("folder_id");
        if (folder != null) {
            entries.put(key, entry(folder, row));
        }
        return this;
    }

    /**
     * Returns the delegations in the order of the owners' and then the delegates' addresses, which
     * does not depend on the collation of the database. A delegation that gives nothing, because
     * its entries are not yet bound to folders, is left out.
     */
    List<Delegation> delegations() {
        return ImmutableList.sortedCopyOf(BY_ADDRESSES, asRead());
    }

    /** Returns the same delegations in the order in which the rows were. */
    List<Delegation> asRead() {
        List<Delegation> delegations = new ArrayList<>();
        started.forEach(
                (key, delegation) -> {
                    FolderEntries given = FolderEntries.of(entries.get(key));
                    if (!given.asList().isEmpty() || sending.contains(key)) {
                        delegations.add(delegation.entries(given).build());
                    }
                });
        return delegations;
    }

    private static FolderEntries ofMailbox(ResultSet row) throws SQLException {
        String letters = row.getString("letters");
        return letters == null
                ? FolderEntries.none()
                : FolderEntries.ofMailbox(ImapRights.ofLetters(letters));
    }

    private static FolderEntry entry(String folder, ResultSet row) throws SQLException {
        FolderReference reference =
                FolderReference.of(
                        FolderId.of(folder), FolderName.of(row.getString("folder_name")));
        ImapRights letters = ImapRights.ofLetters(row.getString("entry_letters"));
        return row.getBoolean("subfolders")
                ? FolderEntry.withSubfolders(reference, letters)
                : FolderEntry.alone(reference, letters);
    }

    private static Delegation.Builder start(ResultSet row) throws SQLException {
        return Delegation.between(
                        Username.of(row.getString("owner")), Username.of(row.getString("delegate")))
                .validity(Validity.of(instant(row, "not_before"), instant(row, "not_after")))
                .subscribe(row.getBoolean("subscribe"))
                .noticesTo(
                        Optional.ofNullable(row.getString("notices_to"))
                                .map(NoticeRecipients::valueOf))
                .autoReply(autoReply(row))
                .note(Optional.ofNullable(row.getString("note")))
                .suspension(SuspensionColumns.read(row))
                .grantedBy(row.getString("granted_by"))
                .grantedAt(row.getTimestamp("granted_at").toInstant())
                .changedAt(row.getTimestamp("changed_at").toInstant());
    }

    private static Optional<AutoReply> autoReply(ResultSet row) throws SQLException {
        String subject = row.getString("auto_reply_subject");
        return subject == null
                ? Optional.empty()
                : Optional.of(AutoReply.of(subject, row.getString("auto_reply_text")));
    }

    private static Set<DelegationRight> sendRightsOf(ResultSet row) throws SQLException {
        Set<DelegationRight> rights = EnumSet.noneOf(DelegationRight.class);
        for (DelegationRight right : DelegationRight.values()) {
            if (right.isForSending() && row.getBoolean("may_" + right.name())) {
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
