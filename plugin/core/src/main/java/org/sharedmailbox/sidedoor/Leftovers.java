/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.transaction.Transactions;

/** All that a former owner can have left behind in this James. Thread-safe. */
public final class Leftovers {
    private final ImmutableList<Leftover> all;
    private final Transactions transactions;

    public Leftovers(Collection<Leftover> all, Transactions transactions) {
        this.all = ImmutableList.copyOf(all);
        this.transactions = transactions;
    }

    /**
     * Ends the effect of them all. If the transaction of this thread is not committed, they are in
     * effect again.
     *
     * @return a sentence for each that was in effect
     */
    public ImmutableList<String> end(Username account) {
        ImmutableList.Builder<String> ended = ImmutableList.builder();
        for (Leftover leftover : all) {
            Optional<EndedLeftover> one = leftover.end(account);
            one.map(EndedLeftover::undo).ifPresent(transactions::afterRollback);
            one.map(EndedLeftover::inWords).ifPresent(ended::add);
        }
        return ended.build();
    }

    /** Ends them all and deletes what James would keep, for good. */
    public ImmutableList<String> delete(Username account) {
        ImmutableList<String> ended = end(account);
        all.forEach(leftover -> leftover.delete(account));
        return ended;
    }
}
