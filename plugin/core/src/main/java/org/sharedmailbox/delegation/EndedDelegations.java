/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableSetMultimap;
import java.time.Instant;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * The store of which delegations have ended by themselves, and of which of those the audit log says
 * so already. Several servers may look after one store. Every method throws {@link
 * StoreUnavailableException} while the store cannot be reached. Joins the {@link
 * org.sharedmailbox.transaction.Transactions transaction} of the calling thread. Thread-safe.
 */
public interface EndedDelegations {
    /**
     * Returns delegations that have ended by that time and of which that is not recorded, those
     * first that ended first.
     *
     * @param limit how many at most
     * @return the delegates by owner
     */
    ImmutableSetMultimap<Username, Username> unrecorded(Instant at, int limit);

    /**
     * Notes that the end of the delegation is recorded, and removes the subscriptions that the
     * delegate chose. The owner must be locked.
     *
     * @return false if it has not ended by that time, or its end was recorded before, or it is gone
     */
    boolean markRecorded(Username owner, Username delegate, Instant at);

    /**
     * Returns delegations that ended before that time, which is recorded, those first that ended
     * first.
     *
     * @param limit how many at most
     * @return the delegates by owner
     */
    ImmutableSetMultimap<Username, Username> endedBefore(Instant time, int limit);

    /**
     * Removes the delegation if it ended before that time, and that is recorded. The owner must be
     * locked.
     *
     * @return whether it was removed
     */
    boolean removeEndedBefore(Username owner, Username delegate, Instant time);
}
