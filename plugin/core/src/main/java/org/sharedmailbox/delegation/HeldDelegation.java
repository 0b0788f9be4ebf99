/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;

/**
 * A delegation as its delegate holds it, and what its owner is, both at the same moment: if they
 * were read one after the other, the delegation of a mailbox that is deleted in between would pass
 * for a person's, which no type caps. Immutable.
 */
@AutoValue
public abstract class HeldDelegation {
    HeldDelegation() {}

    public static HeldDelegation of(
            Delegation delegation, Optional<SharedMailboxTypeName> mailboxType) {
        return new AutoValue_HeldDelegation(delegation, mailboxType);
    }

    public abstract Delegation delegation();

    /** The type of the shared mailbox that the owner is; empty if the owner is a person. */
    public abstract Optional<SharedMailboxTypeName> mailboxType();
}
