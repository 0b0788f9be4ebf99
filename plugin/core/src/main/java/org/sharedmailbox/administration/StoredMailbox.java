/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.sharedmailbox.mailbox.SharedMailbox;

/**
 * A shared mailbox as it stands after a change, whether that change created it, and what the
 * administrator is to know.
 */
@AutoValue
public abstract class StoredMailbox {
    StoredMailbox() {}

    static StoredMailbox of(SharedMailbox mailbox, boolean created, List<String> warnings) {
        return new AutoValue_StoredMailbox(mailbox, created, ImmutableList.copyOf(warnings));
    }

    /** The mailbox as the store keeps it: a caller need not read it again. */
    public abstract SharedMailbox mailbox();

    public abstract boolean created();

    /** Returns sentences about what else has changed, and about what could not be. */
    public abstract ImmutableList<String> warnings();
}
