/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * A transaction that the database has given up in favour of another one: a deadlock, or a failure
 * to serialise. Nothing was changed, and it can be run again.
 */
final class ConflictException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    ConflictException(Throwable cause) {
        super(
                "The store of shared mailboxes has given this change up, because others changed the"
                        + " same at the same time; nothing was changed, try again",
                cause);
    }
}
