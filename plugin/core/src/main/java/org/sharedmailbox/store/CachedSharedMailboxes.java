/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;

/**
 * Remembers for at most a second which addresses are shared mailboxes and which are not. A change
 * made here is seen at once.
 */
public final class CachedSharedMailboxes implements SharedMailboxes {
    private final SharedMailboxes store;
    private final CachedDelegations delegations;
    private final JdbcTransactions transactions;
    private final RecentReads<Username, Optional<SharedMailbox>> byAddress;

    public CachedSharedMailboxes(
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
        transactions.changing(
                () -> {
                    store.put(mailbox);
                    return true;
                },
                byAddress::forgetAll);
    }

    @Override
    public boolean remove(Username address) {
        return transactions.inTransaction(
                () -> {
                    // First the delegations: without its mailbox one would pass for a personal one.
                    delegations.forgetAtItsEnd();
                    return transactions.changing(() -> store.remove(address), byAddress::forgetAll);
                });
    }

    @Override
    public boolean release(Username address) {
        return transactions.changing(() -> store.release(address), byAddress::forgetAll);
    }

    /** What was read is not believed any more. */
    void forget() {
        byAddress.forgetAll();
    }
}
