/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import org.apache.james.core.Username;

/** Closes connections to this James, if this James lets a plugin do that. Thread-safe. */
public interface Disconnections {
    /**
     * Closes soon all connections on which somebody is signed in as that user. Does not block, and
     * does not fail: a connection that cannot be closed learns at its next command that it may not
     * go on.
     */
    void disconnect(Username user);
}
