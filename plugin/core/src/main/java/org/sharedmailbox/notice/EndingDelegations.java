/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import java.time.Instant;
import java.util.List;
import org.sharedmailbox.delegation.Delegation;

/**
 * Delegations whose end is near. Throws {@link org.sharedmailbox.failure.StoreUnavailableException}
 * while the store cannot be reached. Thread-safe.
 */
public interface EndingDelegations {
    /**
     * Returns delegations that end after now, at that time or before, and marks them: neither this
     * server nor another gets the same again, unless the end is set to another time. To be called
     * in the transaction that notes whom to tell.
     */
    List<Delegation> take(Instant now, Instant until, int limit);
}
