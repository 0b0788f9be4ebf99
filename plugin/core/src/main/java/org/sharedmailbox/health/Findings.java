/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import java.util.List;

/** Looks at one thing. Thread-safe; may block, each for a bounded time. */
interface Findings {
    /**
     * Returns what is wrong now; empty if nothing is.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if the store cannot be asked
     */
    List<Finding> look();
}
