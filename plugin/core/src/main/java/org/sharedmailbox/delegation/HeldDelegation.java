/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Optional;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;

/**
 * A delegation together with the type of its owner's mailbox and the end of an earlier account of
 * its delegate's name, all read at the same moment: if they were read one after the other, the
 * delegation of a mailbox that is deleted in between would pass for that of a person, which no type
 * limits, and one that is granted to a new account for that of the earlier one. Immutable.
 */
@AutoValue
public abstract class HeldDelegation {
    HeldDelegation() {}

    public static HeldDelegation of(
            Delegation delegation,
            Optional<SharedMailboxTypeName> mailboxType,
            Optional<Instant> accountEnd) {
        return new AutoValue_HeldDelegation(delegation, mailboxType, accountEnd);
    }

    public abstract Delegation delegation();

    /** Returns the type of the owner's shared mailbox; empty if the owner is a person. */
    public abstract Optional<SharedMailboxTypeName> mailboxType();

    /** Returns when an account of the delegate's name was last found to be gone. */
    abstract Optional<Instant> accountEnd();
}
