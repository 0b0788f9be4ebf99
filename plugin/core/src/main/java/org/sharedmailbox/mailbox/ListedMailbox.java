/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import com.google.auto.value.AutoValue;

/** A shared mailbox with the number of its members. */
@AutoValue
public abstract class ListedMailbox {
    ListedMailbox() {}

    public static ListedMailbox of(SharedMailbox mailbox, int memberCount) {
        return new AutoValue_ListedMailbox(mailbox, memberCount);
    }

    public abstract SharedMailbox mailbox();

    /** Returns the number of its delegations, in whatever state they are. */
    public abstract int memberCount();
}
