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
     * an exception undoes all of it and is thrown on. A call inside of another joins it.
     */
    <T> T inTransaction(Supplier<T> work);

    /** Runs the action once the outermost transaction of this thread has been committed. */
    void afterCommit(Runnable action);
}
