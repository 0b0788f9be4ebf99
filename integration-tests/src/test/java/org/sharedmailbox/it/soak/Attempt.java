/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import org.sharedmailbox.it.client.ImapAnswer;

/** What came of an IMAP command. */
enum Attempt {
    DONE,
    UNAVAILABLE,
    REFUSED;

    static Attempt of(ImapAnswer answer) {
        if (answer.isOk()) {
            return DONE;
        }
        return answer.completion().startsWith("NO [UNAVAILABLE]") ? UNAVAILABLE : REFUSED;
    }
}
