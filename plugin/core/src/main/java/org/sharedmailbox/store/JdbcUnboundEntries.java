/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.delegation.UnboundEntries;
import org.sharedmailbox.delegation.UnboundEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;

/** {@link UnboundEntries} in the table {@code unbound_entry}, which the sixth migration fills. */
final class JdbcUnboundEntries implements UnboundEntries {
    private static final String KEY =
            " where owner = :owner and delegate = :delegate and folder = :folder";

    private static final String BIND =
            "insert into delegation_entry (owner, delegate, position, folder_id, folder_name,"
                    + " subfolders, letters)"
                    + " select owner, delegate, position, :id, folder, true, letters"
                    + " from unbound_entry"
                    + KEY
                    + " on conflict do nothing";

    /** They end with their delegations. Those that hold more end elsewhere, and are recorded. */
    private static final String REMOVE_OF_ACCOUNT =
            "delete from delegation where (owner = :account or delegate = :account)"
                    + " and exists (select 1 from unbound_entry u"
                    + " where u.owner = delegation.owner and u.delegate = delegation.delegate)";

    private static final String REMOVE_HOLLOW =
            "delete from delegation where owner = :owner and delegate = :delegate"
                    + DelegationStatements.IS_HOLLOW
                    + " and not exists (select 1 from unbound_entry u"
                    + " where u.owner = delegation.owner and u.delegate = delegation.delegate)";

    private final JdbcStore store;
    private final CachedDelegations delegations;

    JdbcUnboundEntries(JdbcStore store, CachedDelegations delegations) {
        this.store = store;
        this.delegations = delegations;
    }

    @Override
    public List<UnboundEntry> all() {
        return store.read(
                handle ->
                        handle.createQuery(
                                        "select owner, delegate, folder from unbound_entry"
                                                + " order by owner, delegate, position")
                                .map(
                                        (row, context) ->
                                                UnboundEntry.of(
                                                        Username.of(row.getString("owner")),
                                                        Username.of(row.getString("delegate")),
                                                        FolderName.of(row.getString("folder"))))
                                .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public void bind(UnboundEntry entry, FolderId folder) {
        store.change(
                handle -> {
                    bindKey(handle.createUpdate(BIND), entry)
                            .bind("id", folder.asString())
                            .execute();
                    delete(handle, entry);
                });
        delegations.forget();
    }

    @Override
    public void removeOf(Username account) {
        store.change(
                handle ->
                        handle.createUpdate(REMOVE_OF_ACCOUNT)
                                .bind("account", account.asString())
                                .execute());
    }

    @Override
    public boolean remove(UnboundEntry entry) {
        return store.inTransaction(
                handle -> {
                    delete(handle, entry);
                    return DelegationStatements.bindKey(
                                            handle.createUpdate(REMOVE_HOLLOW),
                                            entry.owner(),
                                            entry.delegate())
                                    .execute()
                            > 0;
                });
    }

    private static void delete(Handle handle, UnboundEntry entry) {
        bindKey(handle.createUpdate("delete from unbound_entry" + KEY), entry).execute();
    }

    private static <S extends SqlStatement<S>> S bindKey(S statement, UnboundEntry entry) {
        return statement
                .bind("owner", entry.owner().asString())
                .bind("delegate", entry.delegate().asString())
                .bind("folder", entry.folder().asString());
    }
}
