/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.concurrent.CompletableFuture;

/** A lock in the database that somebody else holds until it is closed. */
final class HeldLock implements AutoCloseable {
    private final CompletableFuture<Boolean> released = new CompletableFuture<>();
    private final CompletableFuture<Boolean> holder;

    private HeldLock(JdbcStore store, String statement) {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        holder =
                CompletableFuture.supplyAsync(
                        () ->
                                store.onceInTransaction(
                                        handle -> {
                                            handle.execute(statement);
                                            return held.complete(true) && released.join();
                                        }),
                        task -> new Thread(task).start());
        holder.whenComplete((done, failure) -> held.complete(false));
        if (!held.join()) {
            holder.join();
        }
    }

    /** Returns once the statement has taken its locks, in a transaction that does not end. */
    static HeldLock by(JdbcStore store, String statement) {
        return new HeldLock(store, statement);
    }

    @Override
    public void close() {
        released.complete(true);
        holder.join();
    }
}
