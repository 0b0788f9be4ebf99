/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.AccountPresence;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.transaction.NonBlocking;

/**
 * Looks for accounts in James's users repository, at most once a second for each that is there.
 * Whoever is found to be gone is told to {@link AccountWatch}, so that what hung on the account
 * ends for good.
 */
@Singleton
public class CachedAccountPresence implements AccountPresence {
    private static final Duration MAX_AGE = Duration.ofSeconds(1);
    private static final int MAX_ENTRIES = 50_000;

    private final Accounts accounts;
    private final AccountWatch watch;
    private final Set<Username> beingEnded;
    private final Cache<Username, Boolean> present;

    @Inject
    public CachedAccountPresence(Accounts accounts, AccountWatch watch) {
        this(accounts, watch, Ticker.systemTicker());
    }

    CachedAccountPresence(Accounts accounts, AccountWatch watch, Ticker ticker) {
        this.accounts = accounts;
        this.watch = watch;
        this.beingEnded = watch.beingEnded();
        this.present =
                Caffeine.newBuilder()
                        .expireAfterWrite(MAX_AGE)
                        .maximumSize(MAX_ENTRIES)
                        .ticker(ticker)
                        .build();
    }

    @Override
    public boolean isPresent(Username account) {
        if (beingEnded.contains(account)) {
            return false;
        }
        if (present.getIfPresent(account) != null) {
            return true;
        }
        NonBlocking.aboutToBlock();
        boolean found = look(account);
        if (found) {
            // That somebody is gone is not kept: whoever is made next must not wait.
            present.put(account, true);
        }
        return found;
    }

    private boolean look(Username account) {
        Instant lookedAt = watch.now();
        boolean found;
        try {
            found = accounts.exists(account);
        } catch (JamesFailureException e) {
            throw new StoreUnavailableException("James does not tell whose accounts exist", e);
        }
        if (!found) {
            watch.absent(account, lookedAt);
        }
        return found;
    }
}
