/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import org.apache.james.core.Username;

/** Takes note of what delegates do, so that administrators see what nobody uses. Thread-safe. */
public interface DelegationUses {
    /**
     * Notes that the delegate uses a delegation now. Costs next to nothing if it was noted on this
     * day before; does not block.
     */
    void note(Username owner, Username delegate, Use use);
}
