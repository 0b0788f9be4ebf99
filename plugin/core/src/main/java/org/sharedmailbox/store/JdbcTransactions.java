/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.failure.UnknownOutcomeException;
import org.sharedmailbox.store.TransactionEnd.Outcome;
import org.sharedmailbox.transaction.Transactions;

/** {@link Transactions} of a {@link JdbcStore}. */
final class JdbcTransactions implements Transactions {
    private final JdbcStore store;
    private final NewsChannel channel;

    /** The end of the thread's transaction; null outside one. */
    private final ThreadLocal<@Nullable TransactionEnd> current = new ThreadLocal<>();

    /**
     * @param channel where other servers are told of the change that the transaction makes; once in
     *     each, however much it changes
     */
    JdbcTransactions(JdbcStore store, NewsChannel channel) {
        this.store = store;
        this.channel = channel;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        TransactionEnd outer = current.get();
        return outer == null ? outermost(work) : joining(outer, work);
    }

    @Override
    public <T> T inRepeatableTransaction(Supplier<T> work) {
        return isActive() ? inTransaction(work) : Repetition.untilNoConflict(() -> outermost(work));
    }

    private <T> T outermost(Supplier<T> work) {
        TransactionEnd end = new TransactionEnd();
        current.set(end);
        Outcome outcome = Outcome.UNDONE;
        try {
            T result =
                    store.onceInTransaction(
                            handle -> {
                                T done = work.get();
                                end.refuseIfDoomed();
                                end.news().ifPresent(kind -> channel.tell(handle, kind));
                                return done;
                            });
            outcome = Outcome.COMMITTED;
            return result;
        } catch (UnknownOutcomeException e) {
            outcome = Outcome.UNKNOWN;
            throw e;
        } catch (StoreUnavailableException e) {
            channel.transactionFailed(e);
            throw e;
        } finally {
            current.remove();
            end.run(outcome);
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

    @Override
    public void unlessCommitted(Runnable action) {
        TransactionEnd end = current.get();
        if (end != null) {
            end.unlessCommitted(action);
        }
    }

    /**
     * Does the change in a transaction, of which other servers are told. Drops cached reads at its
     * end, whether or not it was committed: a store that fails during the commit may have committed
     * nevertheless.
     */
    <T> T changing(Supplier<T> change, Runnable forget) {
        return changing(NewsKind.OTHER, change, forget);
    }

    /** Changes a sign-in like that; nothing of it is cached. */
    <T> T changingSignIn(Supplier<T> change) {
        return changing(NewsKind.SIGN_IN, change, () -> {});
    }

    private <T> T changing(NewsKind kind, Supplier<T> change, Runnable forget) {
        return inTransaction(
                () -> {
                    TransactionEnd end = current.get();
                    if (end != null) {
                        end.inAnyCase(forget);
                        end.noteChange(kind);
                    }
                    return change.get();
                });
    }

    /** Returns whether the calling thread is in a transaction. */
    boolean isActive() {
        return current.get() != null;
    }
}
