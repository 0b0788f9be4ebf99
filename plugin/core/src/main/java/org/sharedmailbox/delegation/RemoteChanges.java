/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.function.Predicate;
import org.apache.james.core.Username;

/**
 * The changes that other James servers on the same store have made: {@link DelegationChanges}
 * informs of those of this process, this of all others. Thread-safe.
 */
public interface RemoteChanges {
    /**
     * Returns the owners whose mailboxes may be affected by changes since the last call. Cached
     * reads from before those changes are dropped. To be called periodically; may block.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException while the store cannot be reached
     */
    Predicate<Username> ownersConcerned();
}
