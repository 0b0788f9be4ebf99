/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.administration.AccountEndService;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.EntryBinding;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.StoreSharing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Ends what hung on accounts that are gone: James tells nobody when it deletes one. Learns of them
 * from those who looked, and looks itself, each minute for {@value #AT_A_TIME} accounts.
 * Thread-safe.
 */
@Singleton
public class AccountWatch {
    private static final Logger LOGGER = LoggerFactory.getLogger(AccountWatch.class);

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** A James with fewer looks for all of them each minute. */
    private static final int AT_A_TIME = 10_000;

    /** No session lasts longer. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int MAX_QUEUED = 100_000;
    private static final int IDLE_SECONDS = 60;

    private final Accounts accounts;
    private final AccountRound round;
    private final AccountEndService service;
    private final EntryBinding binding;

    /** False for accounts in memory beside a store of several servers, which has others. */
    private final boolean knowsAllAccounts;

    private final EarlierRun earlierRun;

    /** Accounts that were looked for and are gone, until what hung on them has ended. */
    private final Map<Username, Instant> absences = new ConcurrentHashMap<>();

    private final Scheduler inOrder =
            Schedulers.newBoundedElastic(
                    1, MAX_QUEUED, "shared-mailboxes-accounts", IDLE_SECONDS, true);

    @Inject
    public AccountWatch(
            Accounts accounts,
            Delegations delegations,
            AccountEndService service,
            EntryBinding binding,
            StoreSharing sharing) {
        this.accounts = accounts;
        this.round = new AccountRound(delegations, AT_A_TIME);
        this.service = service;
        this.binding = binding;
        this.knowsAllAccounts = !(sharing.isShared() && accounts.areForgottenAtRestart());
        this.earlierRun = new EarlierRun(accounts, delegations, service, knowsAllAccounts);
    }

    /**
     * Starts to look. To be called once, when James starts; may block for a query. Accounts that
     * James has forgotten are ended before it says that it has started.
     */
    public void start() {
        attempt(earlierRun::end);
        inOrder.schedulePeriodically(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the time now, to be passed to {@link #absent} after looking for the account. */
    Instant now() {
        return service.now();
    }

    /**
     * Notes that the account has been looked for, and is gone. From now on nothing is believed
     * about it until what hung on it has ended, whoever gets the name. Does not block.
     *
     * @param seenAt a time before it was looked for: another may have been made since
     */
    void absent(Username account, Instant seenAt) {
        if (knowsAllAccounts && absences.putIfAbsent(account, seenAt) == null) {
            try {
                inOrder.schedule(() -> end(account));
            } catch (RuntimeException e) {
                LOGGER.warn("What hung on {} is ended later", account.asString(), e);
            }
        }
    }

    /**
     * Returns the accounts that are gone, and what hung on which has not ended yet; a live view.
     */
    Set<Username> beingEnded() {
        return absences.keySet();
    }

    private void end(Username account) {
        Instant seenAt = absences.get(account);
        if (seenAt == null) {
            return;
        }
        try {
            if (accounts.areThereAny()) {
                service.ended(account, seenAt, Actor.system());
            } else {
                LOGGER.error(
                        "James knows no accounts at all: nothing that hung on {} is ended, but"
                                + " nobody has access by it",
                        account.asString());
            }
            absences.remove(account);
        } catch (RuntimeException e) {
            LOGGER.warn(
                    "What hung on {} cannot be ended now; it is tried again in a minute",
                    account.asString(),
                    e);
        }
    }

    /** Looks at accounts that have anything to do with delegations. */
    void look() {
        attempt(earlierRun::end);
        attempt(binding::bindAll);
        attempt(() -> service.forgetBefore(service.now().minus(KEPT)));
        absences.keySet().forEach(this::end);
        if (knowsAllAccounts) {
            attempt(() -> round.goOn(this::lookFor));
        }
    }

    private void lookFor(Username account) {
        Instant seenAt = service.now();
        if (!accounts.exists(account)) {
            absences.putIfAbsent(account, seenAt);
            end(account);
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailableException e) {
            LOGGER.debug("Accounts cannot be looked after now", e);
        } catch (RuntimeException e) {
            LOGGER.warn("Accounts cannot be looked after now", e);
        }
    }

    /** Ends the thread when James stops, after what it has to do. */
    @PreDestroy
    public void close() {
        inOrder.disposeGracefully().subscribe();
    }
}
