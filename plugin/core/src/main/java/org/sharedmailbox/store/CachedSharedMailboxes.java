/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;

/**
 * Caches for at most a second which addresses are shared mailboxes and which are not. A change made
 * by this process is seen at once.
 */
final class CachedSharedMailboxes implements SharedMailboxes {
    private final SharedMailboxes store;
    private final CachedDelegations delegations;
    private final JdbcTransactions transactions;
    private final RecentReads<Username, Optional<SharedMailbox>> byAddress;

    CachedSharedMailboxes(
            SharedMailboxes store,
            CachedDelegations delegations,
            JdbcTransactions transactions,
            Caching caching) {
        this.store = store;
        this.delegations = delegations;
        this.transactions = transactions;
        this.byAddress = caching.newCache();
    }

    @Override
    public Optional<SharedMailbox> find(Username address) {
        return transactions.isActive() ? store.find(address) : byAddress.get(address, store::find);
    }

    @Override
    public Map<Username, SharedMailbox> findAll(Collection<Username> addresses) {
        return store.findAll(addresses);
    }

    @Override
    public void put(SharedMailbox mailbox) {
        changing(
                () -> {
                    store.put(mailbox);
                    return true;
                });
    }

    @Override
    public boolean remove(Username address) {
        return changing(() -> store.remove(address));
    }

    @Override
    public boolean release(Username address) {
        return changing(() -> store.release(address));
    }

    /** Cached delegations contain the type of the mailbox, so they are dropped as well. */
    private boolean changing(Supplier<Boolean> change) {
        return transactions.inTransaction(
                () -> {
                    delegations.forgetAtItsEnd();
                    return transactions.changing(change, byAddress::forgetAll);
                });
    }

    /** Drops everything that was read. */
    void forget() {
        byAddress.forgetAll();
    }
}
