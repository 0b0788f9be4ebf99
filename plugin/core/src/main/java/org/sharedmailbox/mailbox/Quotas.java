/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import org.apache.james.core.Username;

/** The quotas of accounts in James. Thread-safe. */
public interface Quotas {
    /** Returns the account's own limits, without those of its domain or the server. */
    MailboxQuota of(Username address);

    /** Replaces the account's own limits. */
    void set(Username address, MailboxQuota quota);
}
