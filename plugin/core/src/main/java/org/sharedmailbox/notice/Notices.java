/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.james.core.Username;

/**
 * The notices that are still to be sent. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe.
 */
public interface Notices {
    /**
     * Adds notices. One that nobody has taken yet, to the same recipient about the same delegation,
     * becomes the new one, so that nobody is told the same thing many times: what has been granted
     * and changed is told as granted, what has ended and been granted again as changed. Notices
     * about one delegation must not be added concurrently.
     *
     * @param hold how long to wait for more; a notice that further ones keep replacing is sent
     *     after {@code maxHold} nevertheless
     */
    void add(Collection<Notice> notices, Duration hold, Duration maxHold);

    /**
     * Takes notices that are due, the oldest first. Nobody else gets them until the lease is over;
     * then they are anybody's again: a server that took them may have died.
     */
    List<DueNotice> take(Instant now, Instant leasedUntil, int limit);

    /** Removes a notice that was sent, or is not to be sent any more. */
    void remove(long id);

    /** Removes all to an account that is gone: the next of its name is not to get them. */
    void removeTo(Username recipient);

    /** Gives a notice back that could not be sent, to be tried again then. */
    void postpone(long id, Instant dueAt);

    /** Returns the number of notices that are still to be sent. */
    int count();
}
