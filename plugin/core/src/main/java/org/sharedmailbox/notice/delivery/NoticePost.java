/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.delivery;

import java.time.Instant;
import org.apache.james.core.Username;
import org.sharedmailbox.notice.DueNotice;
import org.sharedmailbox.notice.text.NoticeText;

/** Takes notices over for delivery as mail. Thread-safe; may block. */
public interface NoticePost {
    /** Returns whether there is still an account to deliver to. */
    boolean canReach(Username recipient);

    /**
     * Sends the notice. The same notice sent twice is the same mail (Message-ID), because a server
     * that dies may have sent it.
     *
     * @throws UndeliverableException if that is not possible now
     */
    void send(DueNotice notice, NoticeText text, Instant at) throws UndeliverableException;
}
