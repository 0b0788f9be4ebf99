/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.transaction.Transactions;

/**
 * Limits the mails that people, who can share a folder and delete it again in a loop, have sent to
 * others: on this server, and by the owner of the mailbox, because what becomes of a delegation
 * with its folder is done by nobody in particular. Thread-safe.
 */
@Singleton
public final class NoticeLimits {
    private static final int MAX_OWNERS = 10_000;

    private final Clock clock;
    private final Transactions transactions;

    /** Those of whom something was told least recently come first. */
    private final Map<Username, OwnerMails> owners = new LinkedHashMap<>(16, 0.75f, true);

    @Inject
    public NoticeLimits(Clock clock, Transactions transactions) {
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Returns for how long a notice is to be held back; empty if it is not to be sent at all. Does
     * not count what the transaction adds if that is undone.
     */
    Optional<NoticeHold> admit(Notice notice) {
        Instant now = clock.instant();
        return mailsOf(notice.owner()).admit(notice, now, transactions::afterRollback);
    }

    private synchronized OwnerMails mailsOf(Username owner) {
        OwnerMails mails = owners.computeIfAbsent(owner, OwnerMails::new);
        if (owners.size() > MAX_OWNERS) {
            owners.remove(owners.keySet().iterator().next());
        }
        return mails;
    }
}
