/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;

/**
 * Writes {@code delegation} and {@code delegation_folder}, with one batch of each statement for any
 * number of delegations, so that ten thousand do not take as many round trips.
 */
final class DelegationStatements {
    private static final String KEY = " where owner = :owner and delegate = :delegate";

    private static final String UPDATE =
            "update delegation set may_read = :READ, may_read_and_manage = :READ_AND_MANAGE,"
                    + " may_manage_members = :MANAGE_MEMBERS, may_send_as = :SEND_AS,"
                    + " may_send_on_behalf = :SEND_ON_BEHALF, all_folders = :allFolders,"
                    + " not_before = :notBefore, not_after = :notAfter, subscribe = :subscribe,"
                    + " note = :note, granted_by = :grantedBy, granted_at = :grantedAt,"
                    + " changed_at = :changedAt"
                    + KEY;

    private static final String INSERT =
            "insert into delegation (owner, delegate, may_read, may_read_and_manage,"
                    + " may_manage_members, may_send_as, may_send_on_behalf, all_folders,"
                    + " not_before, not_after, subscribe, note, granted_by, granted_at, changed_at)"
                    + " values (:owner, :delegate, :READ, :READ_AND_MANAGE, :MANAGE_MEMBERS,"
                    + " :SEND_AS, :SEND_ON_BEHALF, :allFolders, :notBefore, :notAfter, :subscribe,"
                    + " :note, :grantedBy, :grantedAt, :changedAt)";

    private static final String INSERT_FOLDER =
            "insert into delegation_folder (owner, delegate, position, folder)"
                    + " values (:owner, :delegate, :position, :folder)";

    private final Handle handle;

    private DelegationStatements(Handle handle) {
        this.handle = handle;
    }

    static DelegationStatements on(Handle handle) {
        return new DelegationStatements(handle);
    }

    void insert(Collection<Delegation> delegations) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        delegations.forEach(delegation -> bind(batch, delegation).add());
        execute(batch);
        insertFolders(delegations);
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
            PreparedBatch removal = handle.prepareBatch("delete from delegation_folder" + KEY);
            delegations.forEach(
                    delegation ->
                            bindKey(removal, delegation.owner(), delegation.delegate()).add());
            execute(removal);
            insertFolders(delegations);
        }
        return updated;
    }

    private void insertFolders(Collection<Delegation> delegations) {
        PreparedBatch batch = handle.prepareBatch(INSERT_FOLDER);
        for (Delegation delegation : delegations) {
            int position = 0;
            for (FolderName folder : delegation.folders().folders().orElse(ImmutableSet.of())) {
                bindKey(batch, delegation.owner(), delegation.delegate())
                        .bind("position", position++)
                        .bind("folder", folder.asString())
                        .add();
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
            statement.bind(right.name(), delegation.rights().contains(right));
        }
        return bindKey(statement, delegation.owner(), delegation.delegate())
                .bind("allFolders", delegation.folders().isEverything())
                .bind("notBefore", delegation.validity().notBefore())
                .bind("notAfter", delegation.validity().notAfter())
                .bind("subscribe", delegation.subscribe())
                .bind("note", delegation.note())
                .bind("grantedBy", delegation.grantedBy())
                .bind("grantedAt", delegation.grantedAt())
                .bind("changedAt", delegation.changedAt());
    }
}
