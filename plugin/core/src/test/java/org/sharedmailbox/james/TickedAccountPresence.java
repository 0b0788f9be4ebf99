/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.github.benmanes.caffeine.cache.Ticker;
import org.sharedmailbox.mailbox.Accounts;

/** The {@link CachedAccountPresence} of tests, whose entries age as the test says. */
public final class TickedAccountPresence {
    private TickedAccountPresence() {}

    /** Returns one that looks for those accounts once its entries are old by that ticker. */
    public static CachedAccountPresence of(Accounts accounts, AccountWatch watch, Ticker ticker) {
        return new CachedAccountPresence(accounts, watch, ticker);
    }
}
