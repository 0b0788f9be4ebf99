/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;

/**
 * Limits the mails that people, who can share a folder and delete it again in a loop, have sent to
 * others: on this server, and by the owner of the mailbox, because what becomes of a delegation
 * with its folder is done by nobody in particular. Thread-safe.
 */
@Singleton
public final class NoticeLimits {
    private static final int MAX_OWNERS = 10_000;

    private final Clock clock;
    private final Cache<Username, OwnerMails> owners;

    @Inject
    public NoticeLimits(Clock clock) {
        this.clock = clock;
        this.owners =
                Caffeine.newBuilder()
                        .maximumSize(MAX_OWNERS)
                        .expireAfterAccess(OwnerMails.WINDOW.multipliedBy(2))
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    /** Returns for how long a notice is to be held back; empty if it is not to be sent at all. */
    Optional<NoticeHold> admit(Notice notice) {
        Instant now = clock.instant();
        return owners.get(notice.owner(), OwnerMails::new).admit(notice, now);
    }
}
