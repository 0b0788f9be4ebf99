/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;

/** What one actor was refused by one action within a minute. Thread-safe. */
final class RefusalWindow {
    /** The most entries of a minute, the one that counts the rest not included. */
    static final int MAX_RECORDED = 20;

    static final String LEFT_OUT = "leftOut";
    static final String SINCE = "since";

    private final Actor actor;
    private final AuditAction action;
    private final UnaryOperator<AuditEntry> completion;

    /** Hash codes, because refusals can be long. Those with the same one are taken for alike. */
    private final Set<Integer> recorded = new HashSet<>();

    private Instant start = Instant.MIN;
    private long rest;
    private @Nullable Username mailboxOfRest;

    /**
     * @param completion turns what is to be written into its entry; may fail
     */
    RefusalWindow(Actor actor, AuditAction action, UnaryOperator<AuditEntry> completion) {
        this.actor = actor;
        this.action = action;
        this.completion = completion;
    }

    /** Returns the entry to be written. */
    AuditEntry complete(AuditEntry entry) {
        return completion.apply(entry);
    }

    String actor() {
        return actor.name();
    }

    /** Decides whether the refusal gets an entry of its own; counts it if not. */
    synchronized boolean admits(AuditEntry refusal) {
        if (start.equals(Instant.MIN)) {
            start = refusal.at();
        }
        if (recorded.size() < MAX_RECORDED && recorded.add(likeness(refusal))) {
            return true;
        }
        count(1, refusal.mailbox());
        return false;
    }

    private static int likeness(AuditEntry refusal) {
        return ImmutableMap.of(refusal.mailbox(), refusal.details()).hashCode();
    }

    private void count(long refusals, Username mailbox) {
        // The actor's own name stands for several mailboxes.
        mailboxOfRest = rest == 0 || mailbox.equals(mailboxOfRest) ? mailbox : actorsOwn();
        rest += refusals;
    }

    private Username actorsOwn() {
        return Username.of(actor.name());
    }

    /** Counts what could not be written. */
    synchronized void notRecorded(AuditEntry entry) {
        recorded.remove(likeness(entry));
        if (start.equals(Instant.MIN)) {
            start = entry.at();
        }
        String counted = entry.details().get(LEFT_OUT);
        count(counted == null ? 1 : Long.parseLong(counted), entry.mailbox());
    }

    /**
     * Ends the minute if it is over.
     *
     * @return the entry that counts the rest, if anything was left out
     */
    synchronized Optional<AuditEntry> endIfOver(Instant now) {
        boolean isOver = !start.equals(Instant.MIN) && CountedMinute.isOver(start, now);
        return isOver ? end(now) : Optional.empty();
    }

    /** Ends the minute now. */
    synchronized Optional<AuditEntry> end(Instant now) {
        Optional<AuditEntry> entry =
                rest == 0 ? Optional.empty() : Optional.of(entryAboutTheRest(now));
        recorded.clear();
        rest = 0;
        start = Instant.MIN;
        return entry;
    }

    private AuditEntry entryAboutTheRest(Instant now) {
        return AuditEntry.of(
                now,
                actor,
                action,
                mailboxOfRest == null ? actorsOwn() : mailboxOfRest,
                Optional.empty(),
                ImmutableMap.of(LEFT_OUT, Long.toString(rest), SINCE, start.toString()));
    }
}
