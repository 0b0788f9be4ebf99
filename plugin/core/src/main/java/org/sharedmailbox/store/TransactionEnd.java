/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The actions that wait for the end of a transaction. Used only by the thread of the transaction.
 */
final class TransactionEnd {
    private static final Logger LOGGER = LoggerFactory.getLogger(TransactionEnd.class);

    private final List<Runnable> inAnyCase = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();
    private boolean doomed;

    void inAnyCase(Runnable action) {
        inAnyCase.add(action);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void afterRollback(Runnable action) {
        afterRollback.add(action);
    }

    /** Keeps the transaction from being committed, because a part of it has failed. */
    void doom() {
        doomed = true;
    }

    void refuseIfDoomed() {
        if (doomed) {
            throw new IllegalStateException(
                    "A part of this transaction has failed, so all of it is undone");
        }
    }

    void run(boolean committed) {
        // First of all: whoever is informed of the change must not read the state before it.
        inAnyCase.forEach(TransactionEnd::run);
        if (committed) {
            afterCommit.forEach(TransactionEnd::run);
        } else {
            Lists.reverse(afterRollback).forEach(TransactionEnd::run);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            // The transaction has ended, and its caller must not get another impression.
            LOGGER.error("An action that follows a change of shared mailboxes has failed", e);
        }
    }
}
