/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.HeldDelegation;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;

/**
 * Caches each delegate's delegations for at most a second, so that not every command costs a query.
 * A change made by this process is seen at once; one made by another James within that second.
 */
final class CachedDelegations implements Delegations {
    private final Delegations store;
    private final JdbcTransactions transactions;
    private final RecentReads<Username, List<HeldDelegation>> byDelegate;

    CachedDelegations(Delegations store, JdbcTransactions transactions, Caching caching) {
        this.store = store;
        this.transactions = transactions;
        this.byDelegate = caching.newCache();
    }

    @Override
    public Optional<Delegation> find(Username owner, Username delegate) {
        return store.find(owner, delegate);
    }

    @Override
    public List<Delegation> ofOwner(Username owner) {
        return store.ofOwner(owner);
    }

    @Override
    public List<HeldDelegation> ofDelegate(Username delegate) {
        return transactions.isActive()
                ? store.ofDelegate(delegate)
                : byDelegate.get(delegate, store::ofDelegate);
    }

    @Override
    public int lockAndCount(Username owner, Instant at) {
        return store.lockAndCount(owner, at);
    }

    @Override
    public ImmutableListMultimap<Username, Delegation> lockAll(Collection<Username> owners) {
        return store.lockAll(owners);
    }

    @Override
    public void put(Delegation delegation) {
        changing(() -> store.put(delegation), List.of(delegation));
    }

    @Override
    public void addAll(Collection<Delegation> delegations) {
        changing(() -> store.addAll(delegations), delegations);
    }

    @Override
    public void replaceAll(Collection<Delegation> delegations) {
        changing(() -> store.replaceAll(delegations), delegations);
    }

    @Override
    public void putSuspensions(Collection<Delegation> delegations) {
        changing(() -> store.putSuspensions(delegations), delegations);
    }

    /** Changes these, and drops what was read for their delegates. */
    private void changing(Runnable change, Collection<Delegation> delegations) {
        Set<Username> delegates =
                delegations.stream()
                        .map(Delegation::delegate)
                        .collect(ImmutableSet.toImmutableSet());
        changing(change, () -> delegates.forEach(byDelegate::forget));
    }

    private void changing(Runnable change, Runnable forget) {
        transactions.changing(
                () -> {
                    change.run();
                    return true;
                },
                forget);
    }

    @Override
    public boolean remove(Username owner, Username delegate) {
        return transactions.changing(
                () -> store.remove(owner, delegate), () -> byDelegate.forget(delegate));
    }

    @Override
    public void move(Username owner, Username delegate, Username newOwner, Username newDelegate) {
        changing(
                () -> store.move(owner, delegate, newOwner, newDelegate),
                () -> {
                    byDelegate.forget(delegate);
                    byDelegate.forget(newDelegate);
                });
    }

    @Override
    public Set<Username> accounts() {
        return store.accounts();
    }

    @Override
    public List<Username> accountsAfter(Optional<Username> last, int max) {
        return store.accountsAfter(last, max);
    }

    @Override
    public List<Delegation> naming(Username owner, FolderId folder) {
        return store.naming(owner, folder);
    }

    @Override
    public void renameFolder(Username owner, FolderId folder, FolderName name) {
        changing(() -> store.renameFolder(owner, folder, name), byDelegate::forgetAll);
    }

    /**
     * Drops everything that was read at the end of this transaction. To be called when a mailbox
     * changes, or is removed with its delegations.
     */
    void forgetAtItsEnd() {
        changing(() -> {}, byDelegate::forgetAll);
    }

    /** Drops everything that was read. */
    void forget() {
        byDelegate.forgetAll();
    }
}
