/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

/** In which capacity a mail is sent. */
public enum SendWay {
    /** As oneself: an ordinary mail. */
    OWN,
    /** As the mailbox: recipients see nobody else. */
    SEND_AS,
    /** For the mailbox: recipients see mailbox and delegate. */
    SEND_ON_BEHALF;

    /** Whether it is sent from somebody else's mailbox. */
    public boolean isDelegated() {
        return this != OWN;
    }
}
