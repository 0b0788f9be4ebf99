/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.apache.james.core.Username;

/** The side doors of one mailbox. */
@AutoValue
public abstract class MailboxSideDoors {
    MailboxSideDoors() {}

    static MailboxSideDoors of(Username mailbox, List<SideDoor> doors, boolean complete) {
        return new AutoValue_MailboxSideDoors(mailbox, ImmutableList.copyOf(doors), complete);
    }

    public abstract Username mailbox();

    public abstract ImmutableList<SideDoor> doors();

    /** Returns whether these are all. */
    public abstract boolean complete();
}
