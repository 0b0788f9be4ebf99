/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.james.core.Username;

/**
 * Alice and Bob are each granted two mailboxes at the same time, in opposite orders: each
 * transaction has locked what the other one waits for.
 */
final class OppositeGrants {
    private static final int TIMEOUT_SECONDS = 60;

    /** Runs work in a transaction of one of the kinds that there are. */
    interface Kind {
        boolean run(Supplier<Boolean> work);
    }

    private final StoresInTransaction stores;
    private final CountDownLatch bothHoldOne = new CountDownLatch(2);
    private final Collection<Username> runs = new ConcurrentLinkedQueue<>();
    private final Collection<Username> undone = new ConcurrentLinkedQueue<>();
    private final Collection<Username> announced = new ConcurrentLinkedQueue<>();

    OppositeGrants(StoresInTransaction stores) {
        this.stores = stores;
    }

    /** Returns how each has ended. */
    List<CompletableFuture<Boolean>> run(Kind kind) {
        stores.transactions()
                .inTransaction(
                        () -> {
                            // What is only just being added is not locked by its row.
                            stores.delegations().lockAndCount(SALES, NOON);
                            return stores.delegations().lockAndCount(SUPPORT, NOON);
                        });
        List<CompletableFuture<Boolean>> both = new ArrayList<>();
        both.add(begin(() -> kind.run(() -> grant(ALICE, SALES, SUPPORT))));
        both.add(begin(() -> kind.run(() -> grant(BOB, SUPPORT, SALES))));
        both.forEach(
                one ->
                        one.handle((done, failure) -> true)
                                .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                                .join());
        return both;
    }

    private static CompletableFuture<Boolean> begin(Supplier<Boolean> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
    }

    private boolean grant(Username delegate, Username first, Username second) {
        runs.add(delegate);
        stores.transactions().afterCommit(() -> announced.add(delegate));
        stores.transactions().afterRollback(() -> undone.add(delegate));
        grant(first, delegate);
        bothHoldOne.countDown();
        await(bothHoldOne);
        grant(second, delegate);
        return true;
    }

    private void grant(Username owner, Username delegate) {
        stores.delegations().lockAndCount(owner, NOON);
        stores.delegations().put(delegation(owner, delegate).build());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The other one has never begun");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns who was granted, once for each attempt. */
    Collection<Username> runs() {
        return runs;
    }

    /** Returns whose attempts were undone. */
    Collection<Username> undone() {
        return undone;
    }

    /** Returns whose grants were announced. */
    Collection<Username> announced() {
        return announced;
    }
}
