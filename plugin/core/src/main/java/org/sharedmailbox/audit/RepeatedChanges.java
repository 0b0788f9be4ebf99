/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.transaction.Transactions;

/**
 * Records changes that people make to what they share. A mail program may send a hundred ACL
 * commands in a row, and a script may give and take the same right without end; none is refused,
 * but they must not fill the store. Of each actor and pair of accounts, the first {@value
 * #MAX_IN_FULL} changes within a minute have an entry each; after that there is one entry, of the
 * last change, which says how many it stands for ({@code changes}) and since when. So it is with
 * what follows by itself, e.g. when they delete a folder that they share. Administrators' changes
 * are all recorded. At most {@value #MAX_PAIRS} pairs are remembered. Thread-safe.
 */
@Singleton
public class RepeatedChanges {
    private static final int MAX_IN_FULL = 10;
    private static final int MAX_PAIRS = 10_000;

    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Cache<List<Object>, Recent> recent =
            Caffeine.newBuilder().maximumSize(MAX_PAIRS).build();

    @Inject
    public RepeatedChanges(AuditLog auditLog, Transactions transactions) {
        this.auditLog = auditLog;
        this.transactions = transactions;
    }

    /**
     * Records the change, in the transaction that makes it.
     *
     * @param letters what the delegation gives after a change or grant, or gave before it was
     *     revoked; an entry for several changes has those of all ({@code letters}), so that nothing
     *     that was given for a moment is hidden by what came after
     */
    public void record(AuditEntry change, ImapRights letters) {
        if (change.actor().source() == AuditSource.WEBADMIN) {
            auditLog.append(change);
            return;
        }
        List<Object> pair = List.of(change.actor(), change.mailbox(), change.subject());
        Recent before = recent.getIfPresent(pair);
        Recent now =
                before == null || before.isOver(change.at())
                        ? Recent.first(change.at())
                        : before.oneMore(letters);
        long id = auditLog.appendInPlaceOf(now.replaced(), now.describe(change));
        transactions.afterCommit(() -> recent.put(pair, now.recordedAs(id)));
    }

    /** The changes of a pair within a minute. Immutable. */
    private static final class Recent {
        private final Instant start;
        private final int changes;
        private final long lastId;

        /** What was given by the changes that the last entry stands for. */
        private final ImapRights letters;

        private Recent(Instant start, int changes, long lastId, ImapRights letters) {
            this.start = start;
            this.changes = changes;
            this.lastId = lastId;
            this.letters = letters;
        }

        static Recent first(Instant at) {
            return new Recent(at, 1, 0, ImapRights.NONE);
        }

        Recent oneMore(ImapRights more) {
            ImapRights given = changes < MAX_IN_FULL ? ImapRights.NONE : letters.plus(more);
            return new Recent(start, changes + 1, lastId, given);
        }

        Recent recordedAs(long id) {
            return new Recent(start, changes, id, letters);
        }

        boolean isOver(Instant now) {
            return CountedMinute.isOver(start, now);
        }

        /** Returns the number of the entry that the next one stands for as well. */
        OptionalLong replaced() {
            return merged() > 1 ? OptionalLong.of(lastId) : OptionalLong.empty();
        }

        /** Returns for how many changes the last entry stands. */
        private int merged() {
            return Math.max(1, changes - MAX_IN_FULL);
        }

        AuditEntry describe(AuditEntry change) {
            return merged() == 1
                    ? change
                    : change.withDetails(
                            ImmutableMap.of(
                                    "changes",
                                    Integer.toString(merged()),
                                    "since",
                                    start.toString(),
                                    "letters",
                                    letters.letters()));
        }
    }
}
