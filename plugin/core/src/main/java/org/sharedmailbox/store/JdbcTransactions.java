/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.transaction.Transactions;

/** {@link Transactions} of a {@link JdbcStore}. */
public final class JdbcTransactions implements Transactions {
    private final JdbcStore store;

    /** What waits for the commit of the transaction that the thread is in; null outside of one. */
    private final ThreadLocal<@Nullable List<Runnable>> waiting = new ThreadLocal<>();

    public JdbcTransactions(JdbcStore store) {
        this.store = store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (isActive()) {
            return work.get();
        }
        List<Runnable> actions = new ArrayList<>();
        waiting.set(actions);
        T result;
        try {
            result = store.inTransaction(handle -> work.get());
        } finally {
            waiting.remove();
        }
        actions.forEach(Runnable::run);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        List<Runnable> actions = waiting.get();
        if (actions == null) {
            action.run();
        } else {
            actions.add(action);
        }
    }

    /** Whether the calling thread is in a transaction. */
    boolean isActive() {
        return waiting.get() != null;
    }
}
