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
     */
    <T> T inTransaction(Supplier<T> work);

    /**
     * Runs the action once the outermost transaction of this thread has been committed, or at once
     * if there is none. An action that fails is logged, and the others still run.
     */
    void afterCommit(Runnable action);

    /**
     * Runs the action if the outermost transaction of this thread is not committed, to undo what
     * was done outside our store meanwhile. The action that was added last runs first. Outside a
     * transaction nothing is undone, and the action never runs. If the store fails during the
     * commit, nobody knows whether it committed; the action runs then, too.
     */
    void afterRollback(Runnable action);
}
