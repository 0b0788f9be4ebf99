/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import org.apache.james.core.Username;

/**
 * Tells whether accounts are still there: nothing is believed about an account that is gone. Asked
 * at every command, so an answer may be a second old. Throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while James cannot look. Thread-safe; may
 * block.
 */
@FunctionalInterface
public interface AccountPresence {
    boolean isPresent(Username account);
}
