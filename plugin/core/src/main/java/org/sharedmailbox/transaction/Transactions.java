/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import java.util.function.Supplier;

/**
 * Makes several changes to our store one: all of them happen, or none. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached. Safe for
 * use by many threads.
 */
public interface Transactions {
    /**
     * Runs the work on the calling thread. What the stores do meanwhile on this thread takes part;
     * an exception undoes all of it and is thrown on. A call inside of another joins it: if its
     * work fails, all of the outer one is undone too, even if the exception was caught in between.
     */
    <T> T inTransaction(Supplier<T> work);

    /**
     * Runs the action once the outermost transaction of this thread has been committed; at once
     * outside of one. An action that fails is logged and keeps no other from running.
     */
    void afterCommit(Runnable action);

    /**
     * Runs the action if the outermost transaction of this thread is not committed: it undoes what
     * was done outside of our store meanwhile. The last action that was added runs first. Never
     * runs outside of a transaction, where nothing is undone. If the store fails while it commits,
     * nobody knows whether it did; the action runs then too.
     */
    void afterRollback(Runnable action);
}
