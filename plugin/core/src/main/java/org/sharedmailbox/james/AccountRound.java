/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Delegations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round all accounts that have anything to do with delegations, so many at a time: James's
 * users repository is asked about each, and has other work to do. Not thread-safe.
 */
final class AccountRound {
    private static final Logger LOGGER = LoggerFactory.getLogger(AccountRound.class);

    private final Delegations delegations;
    private final int atATime;
    private Optional<Username> last = Optional.empty();

    AccountRound(Delegations delegations, int atATime) {
        this.delegations = delegations;
        this.atATime = atATime;
    }

    /**
     * Shows the next ones to the visitor, and begins anew after the last. If it fails with one of
     * them, it is shown the others all the same; if it fails with all, these are next again.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException while the store cannot be reached
     */
    void goOn(Consumer<Username> visitor) {
        List<Username> next = delegations.accountsAfter(last, atATime);
        int failed = 0;
        for (Username account : next) {
            try {
                visitor.accept(account);
            } catch (RuntimeException e) {
                failed++;
                note(account, e, failed == next.size());
            }
        }
        if (failed < next.size() || next.isEmpty()) {
            last = next.size() < atATime ? Optional.empty() : Optional.of(Iterables.getLast(next));
        }
    }

    private static void note(Username account, RuntimeException failure, boolean ofAll) {
        if (ofAll) {
            LOGGER.warn(
                    "No account can be looked for now, {} neither", account.asString(), failure);
        } else {
            LOGGER.debug("{} cannot be looked for now", account.asString(), failure);
        }
    }
}
