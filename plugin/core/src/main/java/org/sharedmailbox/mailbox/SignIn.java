/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static java.util.Locale.ROOT;

/** The answer to whether anyone can sign in as the shared mailbox itself. */
public enum SignIn {
    /** Nobody can: the account's password is random, and nobody knows it. */
    BLOCKED,
    /** Everyone can who knows the password that an administrator has set. */
    PASSWORD;

    /** Returns the name that the API writes, in lower case. */
    public String wireName() {
        return name().toLowerCase(ROOT);
    }
}
