/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Collection;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.AutoReply;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderReference;

/**
 * Writes {@code delegation} and {@code delegation_entry}, with one batch of each statement for any
 * number of delegations, so that ten thousand do not take as many round trips.
 */
final class DelegationStatements {
    static final String KEY = " where owner = :owner and delegate = :delegate";

    /** Holds for a row of {@code delegation} that gives nothing, bound to folders as it is. */
    static final String IS_HOLLOW =
            " and letters is null and not may_send_as and not may_send_on_behalf"
                    + " and not exists (select 1 from delegation_entry e"
                    + " where e.owner = delegation.owner and e.delegate = delegation.delegate)";

    private static final String UPDATE =
            "update delegation set may_send_as = :SEND_AS, may_send_on_behalf = :SEND_ON_BEHALF,"
                    + " letters = :letters, not_before = :notBefore, not_after = :notAfter,"
                    + " subscribe = :subscribe, notices_to = :noticesTo, note = :note,"
                    + " auto_reply_subject = :replySubject, auto_reply_text = :replyText,"
                    + " granted_by = :grantedBy,"
                    + " granted_at = :grantedAt, changed_at = :changedAt,"
                    // Whoever extends what has ended begins anew: its next end is another one.
                    + " expiry_recorded = expiry_recorded and coalesce("
                    + "cast(:notAfter as timestamp(6) with time zone) <= :changedAt, false)"
                    + KEY;

    private static final String INSERT =
            "insert into delegation (owner, delegate, may_send_as, may_send_on_behalf, letters,"
                    + " not_before, not_after, subscribe, notices_to, note, granted_by, granted_at,"
                    + " changed_at, auto_reply_subject, auto_reply_text)"
                    + " values (:owner, :delegate, :SEND_AS, :SEND_ON_BEHALF, :letters,"
                    + " :notBefore, :notAfter, :subscribe, :noticesTo, :note, :grantedBy,"
                    + " :grantedAt, :changedAt, :replySubject, :replyText)";

    private static final String INSERT_ENTRY =
            "insert into delegation_entry (owner, delegate, position, folder_id, folder_name,"
                    + " subfolders, letters) values (:owner, :delegate, :position, :folderId,"
                    + " :folderName, :subfolders, :letters)";

    private final Handle handle;

    private DelegationStatements(Handle handle) {
        this.handle = handle;
    }

    static DelegationStatements on(Handle handle) {
        return new DelegationStatements(handle);
    }

    void insert(Collection<Delegation> delegations) {
        if (handle.createQuery("select exists (select 1 from unbound_entry)")
                .mapTo(Boolean.class)
                .one()) {
            // Nobody was told of them: they give nothing yet.
            delete("delegation", IS_HOLLOW, delegations);
        }
        PreparedBatch batch = handle.prepareBatch(INSERT);
        delegations.forEach(delegation -> bind(batch, delegation).add());
        execute(batch);
        insertEntries(delegations);
    }

    /**
     * Updates those of the delegations that exist.
     *
     * @return how many did
     */
    int update(Collection<Delegation> delegations) {
        PreparedBatch batch = handle.prepareBatch(UPDATE);
        delegations.forEach(delegation -> bind(batch, delegation).add());
        int updated = execute(batch);
        if (updated > 0) {
            delete("delegation_entry", "", delegations);
            // What an earlier version said is replaced, whether or not it was bound.
            delete("unbound_entry", "", delegations);
            insertEntries(delegations);
        }
        return updated;
    }

    private void delete(String table, String condition, Collection<Delegation> delegations) {
        PreparedBatch batch = handle.prepareBatch("delete from " + table + KEY + condition);
        delegations.forEach(
                delegation -> bindKey(batch, delegation.owner(), delegation.delegate()).add());
        execute(batch);
    }

    private void insertEntries(Collection<Delegation> delegations) {
        PreparedBatch batch = handle.prepareBatch(INSERT_ENTRY);
        for (Delegation delegation : delegations) {
            int position = 0;
            for (FolderEntry entry : delegation.entries().asList()) {
                if (entry.folder().isPresent()) {
                    FolderReference folder = entry.folder().get();
                    bindKey(batch, delegation.owner(), delegation.delegate())
                            .bind("position", position++)
                            .bind("folderId", folder.id().asString())
                            .bind("folderName", folder.name().asString())
                            .bind("subfolders", entry.coversSubfolders())
                            .bind("letters", entry.letters().letters())
                            .add();
                }
            }
        }
        execute(batch);
    }

    /**
     * Deletes the delegation.
     *
     * @return whether there was one
     */
    boolean delete(Username owner, Username delegate) {
        return bindKey(handle.createUpdate("delete from delegation" + KEY), owner, delegate)
                        .execute()
                > 0;
    }

    private static int execute(PreparedBatch batch) {
        int changed = 0;
        if (batch.size() > 0) {
            for (int rows : batch.execute()) {
                changed += rows;
            }
        }
        return changed;
    }

    static <S extends SqlStatement<S>> S bindKey(S statement, Username owner, Username delegate) {
        return statement.bind("owner", owner.asString()).bind("delegate", delegate.asString());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Delegation delegation) {
        for (DelegationRight right : DelegationRight.values()) {
            if (right.isForSending()) {
                statement.bind(right.name(), delegation.sendRights().contains(right));
            }
        }
        Optional<String> letters =
                delegation.entries().asList().stream()
                        .filter(entry -> entry.folder().isEmpty())
                        .map(entry -> entry.letters().letters())
                        .findFirst();
        return bindKey(statement, delegation.owner(), delegation.delegate())
                .bind("letters", letters)
                .bind("notBefore", delegation.validity().notBefore())
                .bind("notAfter", delegation.validity().notAfter())
                .bind("subscribe", delegation.subscribe())
                .bind("noticesTo", delegation.noticesTo().map(Enum::name))
                .bind("replySubject", delegation.autoReply().map(AutoReply::subject))
                .bind("replyText", delegation.autoReply().map(AutoReply::text))
                .bind("note", delegation.note())
                .bind("grantedBy", delegation.grantedBy())
                .bind("grantedAt", delegation.grantedAt())
                .bind("changedAt", delegation.changedAt());
    }
}
