/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits for the end of one transaction. Of the one thread that the transaction is on. */
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

    /** A part has failed, so the whole must not be committed. */
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
        // Before anything else: who is told of the change must not find what was before it.
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
            // The transaction has ended as it has; whoever made it must not believe otherwise.
            LOGGER.error("What was to follow a change of shared mailboxes has failed", e);
        }
    }
}
