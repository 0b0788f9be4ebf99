/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationRight;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.FolderName;

/** {@link Delegations} in the table {@code delegation}. */
public final class JdbcDelegations implements Delegations {
    private static final String SELECT =
            "select d.*, f.folder from delegation d"
                    + " left join delegation_folder f"
                    + " on f.owner = d.owner and f.delegate = d.delegate ";
    private static final String ORDER = " order by f.position";
    private static final String KEY = " where owner = :owner and delegate = :delegate";

    private final JdbcStore store;

    public JdbcDelegations(JdbcStore store) {
        this.store = store;
    }

    @Override
    public Optional<Delegation> find(Username owner, Username delegate) {
        return select(
                        "where d.owner = :owner and d.delegate = :delegate",
                        query -> bindKey(query, owner, delegate))
                .stream()
                .findFirst();
    }

    @Override
    public List<Delegation> ofOwner(Username owner) {
        return select("where d.owner = :owner", query -> query.bind("owner", owner.asString()));
    }

    @Override
    public List<Delegation> ofDelegate(Username delegate) {
        return select(
                "where d.delegate = :delegate",
                query -> query.bind("delegate", delegate.asString()));
    }

    private List<Delegation> select(String condition, Consumer<SqlStatement<?>> binding) {
        return store.with(
                handle -> {
                    var query = handle.createQuery(SELECT + condition + ORDER);
                    binding.accept(query);
                    return ImmutableList.copyOf(
                            query.reduceResultSet(
                                            new DelegationRows(),
                                            (rows, result, context) -> rows.plus(result))
                                    .delegations());
                });
    }

    @Override
    public int lockAndCount(Username owner, Instant at) {
        return store.inTransaction(
                handle -> {
                    handle.createUpdate(
                                    "insert into delegation_owner (address) values (:owner)"
                                            + " on conflict do nothing")
                            .bind("owner", owner.asString())
                            .execute();
                    handle.createQuery(
                                    "select address from delegation_owner"
                                            + " where address = :owner for update")
                            .bind("owner", owner.asString())
                            .mapTo(String.class)
                            .one();
                    return handle.createQuery(
                                    "select count(*) from delegation where owner = :owner"
                                            + " and (not_after is null or not_after > :at)")
                            .bind("owner", owner.asString())
                            .bind("at", at)
                            .mapTo(Integer.class)
                            .one();
                });
    }

    @Override
    public void put(Delegation delegation) {
        store.change(
                handle -> {
                    if (bind(handle.createUpdate(UPDATE), delegation).execute() == 0) {
                        bind(handle.createUpdate(INSERT), delegation).execute();
                    }
                    putFolders(handle, delegation);
                });
    }

    @Override
    public void addAll(Collection<Delegation> delegations) {
        if (delegations.isEmpty()) {
            return;
        }
        store.change(
                handle -> {
                    PreparedBatch batch = handle.prepareBatch(INSERT);
                    delegations.forEach(delegation -> bind(batch, delegation).add());
                    batch.execute();
                    delegations.stream()
                            .filter(delegation -> !delegation.folders().isEverything())
                            .forEach(delegation -> putFolders(handle, delegation));
                });
    }

    private static void putFolders(Handle handle, Delegation delegation) {
        var delete = handle.createUpdate("delete from delegation_folder" + KEY);
        bindKey(delete, delegation.owner(), delegation.delegate());
        delete.execute();
        ImmutableSet<FolderName> folders = delegation.folders().folders().orElse(ImmutableSet.of());
        int position = 0;
        for (FolderName folder : folders) {
            var insert =
                    handle.createUpdate(
                            "insert into delegation_folder (owner, delegate, position, folder)"
                                    + " values (:owner, :delegate, :position, :folder)");
            bindKey(insert, delegation.owner(), delegation.delegate());
            insert.bind("position", position++).bind("folder", folder.asString()).execute();
        }
    }

    @Override
    public boolean remove(Username owner, Username delegate) {
        return store.with(
                handle -> {
                    var delete = handle.createUpdate("delete from delegation" + KEY);
                    bindKey(delete, owner, delegate);
                    return delete.execute() > 0;
                });
    }

    private static void bindKey(SqlStatement<?> statement, Username owner, Username delegate) {
        statement.bind("owner", owner.asString()).bind("delegate", delegate.asString());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Delegation delegation) {
        bindKey(statement, delegation.owner(), delegation.delegate());
        for (DelegationRight right : DelegationRight.values()) {
            statement.bind(right.name(), delegation.rights().contains(right));
        }
        return statement
                .bind("allFolders", delegation.folders().isEverything())
                .bind("notBefore", delegation.validity().notBefore())
                .bind("notAfter", delegation.validity().notAfter())
                .bind("subscribe", delegation.subscribe())
                .bind("note", delegation.note())
                .bind("grantedBy", delegation.grantedBy())
                .bind("grantedAt", delegation.grantedAt())
                .bind("changedAt", delegation.changedAt());
    }

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
}
