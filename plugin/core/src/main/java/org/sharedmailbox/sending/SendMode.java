/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

import java.util.Optional;
import org.sharedmailbox.model.DelegationRight;

/** In which capacity a mail is sent. */
public enum SendMode {
    /** As oneself: an ordinary mail. */
    OWN,
    /** As the mailbox: recipients see nobody else. */
    SEND_AS,
    /** For the mailbox: recipients see mailbox and delegate. */
    SEND_ON_BEHALF;

    /** The right that it takes; empty if none. */
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

    /** Whether it is sent from somebody else's mailbox. */
    public boolean isDelegated() {
        return this != OWN;
    }
}
