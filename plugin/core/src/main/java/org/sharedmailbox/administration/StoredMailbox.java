/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.auto.value.AutoValue;
import org.sharedmailbox.mailbox.SharedMailbox;

/** A shared mailbox as it stands after a change, and whether that change created it. */
@AutoValue
public abstract class StoredMailbox {
    StoredMailbox() {}

    static StoredMailbox of(SharedMailbox mailbox, boolean created) {
        return new AutoValue_StoredMailbox(mailbox, created);
    }

    /** The mailbox as the store keeps it: a caller need not read it again. */
    public abstract SharedMailbox mailbox();

    public abstract boolean created();
}
