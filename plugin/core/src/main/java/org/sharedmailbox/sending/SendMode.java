/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import java.util.Optional;
import org.sharedmailbox.model.DelegationRight;

/** The capacity in which a mail is sent. */
public enum SendMode {
    /** Sent as oneself: an ordinary mail. */
    OWN,
    /** Sent as the mailbox: recipients see nobody else. */
    SEND_AS,
    /** Sent on behalf of the mailbox: recipients see the mailbox and the delegate. */
    SEND_ON_BEHALF;

    /** Returns the right that this mode requires; empty if it requires none. */
    public Optional<DelegationRight> right() {
        switch (this) {
            case SEND_AS:
                return Optional.of(DelegationRight.SEND_AS);
            case SEND_ON_BEHALF:
                return Optional.of(DelegationRight.SEND_ON_BEHALF);
            case OWN:
                return Optional.empty();
        }
        throw new AssertionError(this);
    }

    /** Returns whether mail in this mode is sent from somebody else's mailbox. */
    public boolean isDelegated() {
        return this != OWN;
    }
}
