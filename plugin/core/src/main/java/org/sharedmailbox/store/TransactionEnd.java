/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The actions that wait for the end of a transaction. Used only by the thread of the transaction.
 */
final class TransactionEnd {
    private static final Logger LOGGER = LoggerFactory.getLogger(TransactionEnd.class);

    private final List<Runnable> inAnyCase = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Undoing> undoing = new ArrayList<>();
    private boolean doomed;
    private final Set<NewsKind> changes = EnumSet.noneOf(NewsKind.class);

    void inAnyCase(Runnable action) {
        inAnyCase.add(action);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void afterRollback(Runnable action) {
        undoing.add(new Undoing(action, false));
    }

    void unlessCommitted(Runnable action) {
        undoing.add(new Undoing(action, true));
    }

    /** Notes that something changes of which other servers have to know. */
    void noteChange(NewsKind kind) {
        changes.add(kind);
    }

    /** Returns what other servers have to know; empty if nothing changes. */
    Optional<NewsKind> news() {
        // Of both kinds, the one that says more comes first.
        return changes.stream().findFirst();
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

    void run(Outcome outcome) {
        // First of all: whoever is informed of the change must not read the state before it.
        inAnyCase.forEach(TransactionEnd::run);
        if (outcome == Outcome.COMMITTED) {
            afterCommit.forEach(TransactionEnd::run);
        } else {
            Lists.reverse(undoing).stream()
                    .filter(one -> one.isSafe || outcome == Outcome.UNDONE)
                    .forEach(one -> run(one.action));
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

    enum Outcome {
        COMMITTED,
        UNDONE,

        /** The answer to the commit was lost. */
        UNKNOWN
    }

    private static final class Undoing {
        private final Runnable action;

        /** Whether it does no harm to what was committed. */
        private final boolean isSafe;

        Undoing(Runnable action, boolean isSafe) {
            this.action = action;
            this.isSafe = isSafe;
        }
    }
}
