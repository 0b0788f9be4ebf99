/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static java.util.Locale.ROOT;

/** The door through which something came. */
public enum AuditSource {
    WEBADMIN,
    IMAP,
    SMTP,
    SYSTEM;

    /** As the store and the API write it: lower case. */
    public String wireName() {
        return name().toLowerCase(ROOT);
    }
}
