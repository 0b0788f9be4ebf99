/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.function.Predicate;
import org.apache.james.core.Username;

/**
 * What other James servers on the same store have changed: what {@link DelegationChanges} tells of
 * this process, this tells of all. Thread-safe.
 */
public interface RemoteChanges {
    /**
     * Whose mailboxes may be concerned by what was changed since the last call; nothing older is
     * believed afterwards. To be asked again and again; may block.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException while the store cannot be reached
     */
    Predicate<Username> ownersConcerned();
}
