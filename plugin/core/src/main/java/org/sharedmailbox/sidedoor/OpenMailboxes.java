/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** The shared mailboxes that have side doors, among those that were looked at. Immutable. */
@AutoValue
public abstract class OpenMailboxes {
    OpenMailboxes() {}

    static OpenMailboxes of(List<MailboxSideDoors> open, int lookedAt, int total) {
        return new AutoValue_OpenMailboxes(ImmutableList.copyOf(open), lookedAt, total);
    }

    public abstract ImmutableList<MailboxSideDoors> open();

    /** Returns the number of mailboxes that were looked at. */
    public abstract int lookedAt();

    /** Returns the number of all shared mailboxes. */
    public abstract int total();
}
