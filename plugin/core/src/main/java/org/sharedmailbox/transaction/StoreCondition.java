/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import java.time.Duration;
import java.util.Optional;

/** The condition of the store, for those who look after it. Thread-safe. */
public interface StoreCondition {
    /** Returns for how long it has been known to be away; empty if it is not. */
    Optional<Duration> awayFor();

    /**
     * Asks the store for the version of its tables; may block for some seconds.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException while the store cannot be reached
     */
    SchemaVersions schema();
}
