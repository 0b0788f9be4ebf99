/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.auto.value.AutoValue;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxPath;

/** A mailbox in James, and the session of its owner's account to use it with. */
@AutoValue
abstract class Place {
    Place() {}

    static Place of(MailboxPath path, MailboxSession session) {
        return new AutoValue_Place(path, session);
    }

    abstract MailboxPath path();

    abstract MailboxSession session();
}
