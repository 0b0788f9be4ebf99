/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableSetMultimap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.transaction.Transactions;

/**
 * Does what is to be done once delegations have ended by themselves. No access waits for it: that
 * is judged by the clock at every command. However many servers do this at the same time, each end
 * is recorded once. Thread-safe.
 */
public class ExpiryService {
    private static final int MAX_AT_ONCE = 500;

    private final EndedDelegations ended;
    private final Delegations delegations;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public ExpiryService(
            EndedDelegations ended,
            Delegations delegations,
            DelegationChanges changes,
            AuditLog auditLog,
            Transactions transactions,
            Clock clock) {
        this.ended = ended;
        this.delegations = delegations;
        this.changes = changes;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records the end of every delegation that has ended and of which that is not recorded yet.
     *
     * @return how many were recorded
     * @throws RuntimeException if some cannot be recorded now, after all others have been
     */
    public int recordEnds() {
        Instant now = clock.instant();
        return forAll(
                limit -> ended.unrecorded(now, limit),
                (owner, delegate) -> recordEnd(owner, delegate, now));
    }

    /**
     * Removes what has ended, and been recorded, longer ago than that.
     *
     * @return how many were removed
     * @throws RuntimeException if some cannot be removed now, after all others have been
     */
    public int removeEnded(Duration retention) {
        Instant time = clock.instant().minus(retention);
        return forAll(
                limit -> ended.endedBefore(time, limit),
                (owner, delegate) -> ended.removeEndedBefore(owner, delegate, time));
    }

    /** Records one end, under the lock of the owner, in the transaction that marks it recorded. */
    private boolean recordEnd(Username owner, Username delegate, Instant now) {
        boolean recorded = ended.markRecorded(owner, delegate, now);
        if (recorded) {
            delegations.find(owner, delegate).ifPresent(delegation -> hasEnded(delegation, now));
        }
        return recorded;
    }

    /** Happens once for each end, in the transaction that records it. */
    private void hasEnded(Delegation delegation, Instant now) {
        auditLog.append(
                DelegationAuditDetails.entry(
                        now, Actor.system(), AuditAction.DELEGATION_EXPIRED, delegation));
        changes.announce(NoticeKind.EXPIRED, List.of(delegation), Actor.system());
    }

    /** Goes on as long as there are more, and anything comes of it. */
    private int forAll(
            Function<Integer, ImmutableSetMultimap<Username, Username>> next,
            BiPredicate<Username, Username> act) {
        int total = 0;
        int found;
        int done;
        do {
            ImmutableSetMultimap<Username, Username> batch = next.apply(MAX_AT_ONCE);
            found = batch.size();
            done = forEachOwner(batch, act);
            total += done;
        } while (found == MAX_AT_ONCE && done > 0);
        return total;
    }

    /** One transaction for each owner, so that no lock is held for long and none is waited for. */
    private int forEachOwner(
            ImmutableSetMultimap<Username, Username> delegates,
            BiPredicate<Username, Username> act) {
        int done = 0;
        @Nullable RuntimeException failure = null;
        for (Username owner : delegates.keySet()) {
            try {
                done += forEachDelegate(owner, delegates.get(owner), act);
            } catch (StoreUnavailableException e) {
                throw e;
            } catch (RuntimeException e) {
                // One mailbox that fails must not keep all others from being looked after.
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return done;
    }

    private int forEachDelegate(
            Username owner, Collection<Username> delegates, BiPredicate<Username, Username> act) {
        return transactions.inRepeatableTransaction(
                () -> {
                    delegations.lockAndCount(owner, clock.instant());
                    return (int)
                            delegates.stream()
                                    .filter(delegate -> act.test(owner, delegate))
                                    .count();
                });
    }
}
