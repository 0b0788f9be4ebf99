/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.autoreply;

import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;

/**
 * The automatic replies that we have set, one an account at most. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe.
 */
public interface SetReplies {
    Optional<SetReply> find(Username account);

    /** Returns all accounts that have one. */
    Set<Username> accounts();

    /** Adds it, or replaces that of the same account. */
    void put(SetReply reply);

    void remove(Username account);
}
