/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import java.util.Optional;
import org.apache.james.core.Username;

/**
 * Something that the owner of an account has set up in James, and that goes on acting on the
 * account's mail, or lets somebody into it, when the owner is gone. Throws if James fails: what may
 * still act must not be taken for ended. Thread-safe; may block.
 */
public interface Leftover {
    /**
     * Ends its effect. Does not delete what James can keep switched off.
     *
     * @return what was ended; empty if nothing was in effect
     */
    Optional<EndedLeftover> end(Username account);

    /** Deletes what {@link #end} keeps, for good. */
    void delete(Username account);
}
