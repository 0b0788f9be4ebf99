/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static java.util.Locale.ROOT;

/** Returns whether anyone can sign in as the shared mailbox itself. */
public enum SignIn {
    /** Nobody can: the account's password is random and known to nobody. */
    BLOCKED,
    /** Whoever knows the password that an administrator set. */
    PASSWORD;

    /** As the API writes it: lower case. */
    public String wireName() {
        return name().toLowerCase(ROOT);
    }
}
