/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static java.util.Locale.ROOT;

/** The protocol by which a request came in. */
public enum AuditSource {
    WEBADMIN,
    IMAP,
    SMTP,
    SYSTEM;

    /** Returns the name that the store and the API write, in lower case. */
    public String wireName() {
        return name().toLowerCase(ROOT);
    }
}
