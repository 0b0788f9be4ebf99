/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.transaction.Transactions;

/** {@link Transactions} of a {@link JdbcStore}. */
final class JdbcTransactions implements Transactions {
    private final JdbcStore store;

    /** The end of the thread's transaction; null outside one. */
    private final ThreadLocal<@Nullable TransactionEnd> current = new ThreadLocal<>();

    JdbcTransactions(JdbcStore store) {
        this.store = store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        TransactionEnd outer = current.get();
        return outer == null ? outermost(work) : joining(outer, work);
    }

    private <T> T outermost(Supplier<T> work) {
        TransactionEnd end = new TransactionEnd();
        current.set(end);
        boolean committed = false;
        try {
            T result =
                    store.inTransaction(
                            handle -> {
                                T done = work.get();
                                end.refuseIfDoomed();
                                return done;
                            });
            committed = true;
            return result;
        } finally {
            current.remove();
            end.run(committed);
        }
    }

    private static <T> T joining(TransactionEnd outer, Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                outer.doom();
            }
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        TransactionEnd end = current.get();
        if (end == null) {
            action.run();
        } else {
            end.afterCommit(action);
        }
    }

    @Override
    public void afterRollback(Runnable action) {
        TransactionEnd end = current.get();
        if (end != null) {
            end.afterRollback(action);
        }
    }

    /**
     * Does the change in a transaction, and drops cached reads at its end, whether or not it was
     * committed: a store that fails during the commit may have committed nevertheless.
     */
    <T> T changing(Supplier<T> change, Runnable forget) {
        return inTransaction(
                () -> {
                    TransactionEnd end = current.get();
                    if (end != null) {
                        end.inAnyCase(forget);
                    }
                    return change.get();
                });
    }

    /** Returns whether the calling thread is in a transaction. */
    boolean isActive() {
        return current.get() != null;
    }
}
