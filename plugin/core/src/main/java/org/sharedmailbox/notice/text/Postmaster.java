/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import org.apache.james.core.Username;

/** The postmaster of a mailbox's domain (RFC 5321 §4.5.1). */
public final class Postmaster {
    private static final String LOCAL_PART = "postmaster";

    private Postmaster() {}

    /** Returns the address; without a domain where accounts have none. */
    public static String of(Username mailbox) {
        return mailbox.getDomainPart()
                .map(domain -> LOCAL_PART + "@" + domain.asString())
                .orElse(LOCAL_PART);
    }
}
