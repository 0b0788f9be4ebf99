/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.transaction.Transactions;

/** Has people told that a delegation is about to end, once for each end. Thread-safe. */
public class EndReminders {
    /** How long before the end they are told. */
    public static final Duration AHEAD = Duration.ofDays(3);

    private static final int BATCH = 200;

    private final EndingDelegations ending;
    private final RecordedNotices notices;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public EndReminders(
            EndingDelegations ending,
            RecordedNotices notices,
            Transactions transactions,
            Clock clock) {
        this.ending = ending;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Notes whom to tell of all ends that have come near. May block. */
    public void remind() {
        int found;
        do {
            found = transactions.inRepeatableTransaction(this::remindSome);
        } while (found == BATCH);
    }

    private int remindSome() {
        Instant now = clock.instant();
        List<Delegation> taken = ending.take(now, now.plus(AHEAD), BATCH);
        notices.follow(
                NoticeKind.ENDING,
                taken.stream()
                        .filter(EndReminders::isWorthTelling)
                        .collect(ImmutableList.toImmutableList()),
                Actor.system());
        return taken.size();
    }

    /**
     * Decides whether the end is news: not if the delegation lasts no longer than that anyway, and
     * not if people were told of its terms just as close to the end.
     */
    private static boolean isWorthTelling(Delegation delegation) {
        Instant known =
                Ordering.natural()
                        .max(
                                delegation.validity().notBefore().orElse(Instant.MIN),
                                delegation.changedAt());
        return delegation
                .validity()
                .notAfter()
                .filter(end -> known.isBefore(end.minus(AHEAD)))
                .isPresent();
    }
}
