/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import java.util.function.Supplier;

/**
 * Turns several changes to our store into one: either all of them happen, or none does. Throws
 * {@link org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe.
 */
public interface Transactions {
    /**
     * Runs the work on the calling thread. Everything that the stores do on this thread meanwhile
     * belongs to the transaction; an exception undoes all of it and is rethrown. A nested call
     * joins the outer transaction: if its work fails, the outer one is undone as well, even if the
     * exception was caught in between.
     *
     * <p>If the database gives the transaction up in favour of another, because each waited for the
     * other, it counts as not reachable: nothing was changed.
     */
    <T> T inTransaction(Supplier<T> work);

    /**
     * Runs the work like {@link #inTransaction}, and runs it again, a few times at most, if the
     * database gives the transaction up in favour of another. What runs {@linkplain #afterRollback
     * after the rollback} does so before the work is run again. Within another transaction it is
     * that one that decides.
     *
     * @param work must find everything in the stores, leave nothing behind in variables, and do
     *     nothing outside the stores that cannot be undone
     */
    <T> T inRepeatableTransaction(Supplier<T> work);

    /**
     * Runs the action once the outermost transaction of this thread has been committed, or at once
     * if there is none. An action that fails is logged, and the others still run.
     */
    void afterCommit(Runnable action);

    /**
     * Runs the action if the outermost transaction of this thread is undone, to undo what was done
     * outside our store meanwhile. The action that was added last runs first. Outside a transaction
     * nothing is undone, and the action never runs. If the store fails during the commit, nobody
     * knows whether it committed ({@link org.sharedmailbox.failure.UnknownOutcomeException}); the
     * action does not run then, because it would destroy what is in use.
     */
    void afterRollback(Runnable action);

    /**
     * Runs the action like {@link #afterRollback}, but also if nobody knows whether the transaction
     * was committed: for what is on the safe side either way.
     */
    void unlessCommitted(Runnable action);
}
