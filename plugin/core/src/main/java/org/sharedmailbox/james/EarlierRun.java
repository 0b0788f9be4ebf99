/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Instant;
import java.util.Set;
import org.apache.james.core.Username;
import org.sharedmailbox.administration.AccountEndService;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.mailbox.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts before James has started, for a James that forgets them when it stops: those of an
 * earlier run were others, and so were the folders that have their ids now. Thread-safe.
 */
final class EarlierRun {
    private static final Logger LOGGER = LoggerFactory.getLogger(EarlierRun.class);

    private final Accounts accounts;
    private final Delegations delegations;
    private final AccountEndService service;
    private final boolean ownsTheStore;
    private final Instant started;
    private volatile boolean hasEnded;

    /**
     * @param ownsTheStore false if what is stored may be about accounts of another server
     */
    EarlierRun(
            Accounts accounts,
            Delegations delegations,
            AccountEndService service,
            boolean ownsTheStore) {
        this.accounts = accounts;
        this.delegations = delegations;
        this.service = service;
        this.ownsTheStore = ownsTheStore;
        this.started = service.now();
    }

    /**
     * Ends what hung on those accounts, once.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if that is not possible now; to
     *     be called again
     */
    void end() {
        if (hasEnded) {
            return;
        }
        if (accounts.areForgottenAtRestart()) {
            endAllAccounts();
        }
        hasEnded = true;
    }

    private void endAllAccounts() {
        if (!ownsTheStore) {
            LOGGER.warn(
                    "This James keeps its accounts in memory only, and the store may be one that"
                            + " others use: what hangs on accounts that it does not know is left"
                            + " alone");
            return;
        }
        Set<Username> others = delegations.accounts();
        if (others.isEmpty()) {
            return;
        }
        others.forEach(account -> service.ended(account, started, Actor.system()));
        LOGGER.info(
                "This James keeps its accounts in memory only: what hung on {} accounts of an"
                        + " earlier run has ended",
                others.size());
    }
}
