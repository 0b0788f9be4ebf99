/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.james.core.Username;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.HeldDelegation;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;

/** {@link Delegations} in the table {@code delegation}. */
final class JdbcDelegations implements Delegations {
    private static final String WITH_ENTRIES =
            " from delegation d left join delegation_entry e"
                    + " on e.owner = d.owner and e.delegate = d.delegate ";

    /** The columns that {@link DelegationRows} reads of an entry. */
    static final String ENTRY_COLUMNS =
            "e.folder_id, e.folder_name, e.subfolders, e.letters as entry_letters";

    private static final String SELECT = "select d.*, " + ENTRY_COLUMNS + WITH_ENTRIES;
    private static final String ORDER = " order by e.position";
    private static final String SELECT_HELD =
            "select d.*, "
                    + ENTRY_COLUMNS
                    + ", m.type as mailbox_type, a.ended_at as account_ended_at"
                    + WITH_ENTRIES
                    + "left join shared_mailbox m on m.address = d.owner"
                    + " left join account_end a on a.address = d.delegate"
                    + " where d.delegate = :delegate"
                    + ORDER;
    private static final LockTable OWNERS = new LockTable("delegation_owner", "address");

    /** The largest number of addresses in one query. */
    private static final int MAX_PER_QUERY = 500;

    private final JdbcStore store;
    private final InvolvedAccounts accounts;

    JdbcDelegations(JdbcStore store) {
        this.store = store;
        this.accounts = new InvolvedAccounts(store);
    }

    @Override
    public Optional<Delegation> find(Username owner, Username delegate) {
        return select(
                        "where d.owner = :owner and d.delegate = :delegate",
                        query ->
                                query.bind("owner", owner.asString())
                                        .bind("delegate", delegate.asString()))
                .stream()
                .findFirst();
    }

    @Override
    public List<Delegation> ofOwner(Username owner) {
        return select("where d.owner = :owner", query -> query.bind("owner", owner.asString()));
    }

    @Override
    public void move(Username owner, Username delegate, Username newOwner, Username newDelegate) {
        store.change(handle -> DelegationMove.move(handle, owner, delegate, newOwner, newDelegate));
    }

    @Override
    public Set<Username> accounts() {
        return accounts.all();
    }

    @Override
    public List<Username> accountsAfter(Optional<Username> last, int max) {
        return accounts.after(last, max);
    }

    @Override
    public List<Delegation> naming(Username owner, FolderId folder) {
        return select(
                "where d.owner = :owner and exists (select 1 from delegation_entry n"
                        + " where n.owner = d.owner and n.delegate = d.delegate"
                        + " and n.folder_id = :folder)",
                query -> query.bind("owner", owner.asString()).bind("folder", folder.asString()));
    }

    @Override
    public void renameFolder(Username owner, FolderId folder, FolderName name) {
        store.change(
                handle ->
                        handle.createUpdate(
                                        "update delegation_entry set folder_name = :name"
                                                + " where owner = :owner and folder_id = :folder")
                                .bind("owner", owner.asString())
                                .bind("folder", folder.asString())
                                .bind("name", name.asString())
                                .execute());
    }

    @Override
    public List<HeldDelegation> ofDelegate(Username delegate) {
        return store.lookUp(
                handle ->
                        handle.createQuery(SELECT_HELD)
                                .bind("delegate", delegate.asString())
                                .reduceResultSet(
                                        new HeldDelegationRows(),
                                        (rows, result, context) -> rows.plus(result))
                                .delegations());
    }

    private List<Delegation> select(String condition, Consumer<SqlStatement<?>> binding) {
        return store.read(
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
                    OWNERS.enterAndLock(handle, owner.asString());
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
    public ImmutableListMultimap<Username, Delegation> lockAll(Collection<Username> owners) {
        List<String> addresses =
                owners.stream()
                        .map(Username::asString)
                        .distinct()
                        .sorted()
                        .collect(ImmutableList.toImmutableList());
        return store.inTransaction(
                handle -> {
                    ImmutableListMultimap.Builder<Username, Delegation> present =
                            ImmutableListMultimap.builder();
                    OWNERS.enter(handle, addresses);
                    for (List<String> batch : Lists.partition(addresses, MAX_PER_QUERY)) {
                        OWNERS.lock(handle, batch);
                        ofOwners(batch)
                                .forEach(delegation -> present.put(delegation.owner(), delegation));
                    }
                    return present.build();
                });
    }

    private List<Delegation> ofOwners(List<String> owners) {
        return select("where d.owner in (<owners>)", query -> query.bindList("owners", owners));
    }

    @Override
    public void put(Delegation delegation) {
        store.change(
                handle -> {
                    List<Delegation> single = List.of(delegation);
                    DelegationStatements statements = DelegationStatements.on(handle);
                    if (statements.update(single) == 0) {
                        statements.insert(single);
                    }
                });
    }

    @Override
    public void addAll(Collection<Delegation> delegations) {
        store.change(handle -> DelegationStatements.on(handle).insert(delegations));
    }

    @Override
    public void replaceAll(Collection<Delegation> delegations) {
        store.change(handle -> DelegationStatements.on(handle).update(delegations));
    }

    @Override
    public void putSuspensions(Collection<Delegation> delegations) {
        store.change(handle -> SuspensionColumns.write(handle, delegations));
    }

    @Override
    public boolean remove(Username owner, Username delegate) {
        return store.inTransaction(
                handle -> DelegationStatements.on(handle).delete(owner, delegate));
    }
}
