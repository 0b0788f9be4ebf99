/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static java.util.Locale.ROOT;

/** A way in which a delegate uses a delegation. */
public enum Use {
    /** Looks at messages, or at what there is of them in a folder. */
    READ,
    /** Changes messages, folders or what others may do there. */
    MANAGE,
    /** Sends as the mailbox, or on its behalf. */
    SEND;

    /** Returns the name that the API writes, in lower case. */
    public String wireName() {
        return name().toLowerCase(ROOT);
    }
}
