/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.send;

import com.google.common.collect.ImmutableList;
import org.apache.mailet.AttributeName;

/**
 * The mail attributes by which the SMTP hook tells the mailets how a mail is sent. They belong to
 * James's spool, not to the message, so no client can write them, and the hook removes any that
 * another handler may have set before it sets its own. Operators may read them, so their names
 * stay.
 */
public final class SendAttributes {
    /** {@code OWN}, {@code SEND_AS} or {@code SEND_ON_BEHALF}. */
    public static final AttributeName MODE = AttributeName.of("org.sharedmailbox.sendWay");

    /** The address of the mailbox that the mail is sent from. */
    public static final AttributeName MAILBOX = AttributeName.of("org.sharedmailbox.sendMailbox");

    /** The user who sends it. */
    public static final AttributeName DELEGATE = AttributeName.of("org.sharedmailbox.sendDelegate");

    /** The name by which the server that accepted it introduces itself. */
    public static final AttributeName SERVER = AttributeName.of("org.sharedmailbox.sendServer");

    /** The value of From to write; absent if the client's is kept. */
    public static final AttributeName FROM = AttributeName.of("org.sharedmailbox.sendFrom");

    /** The value of the one Received to write in place of all that arrived. */
    public static final AttributeName RECEIVED = AttributeName.of("org.sharedmailbox.sendReceived");

    /** The name that the mail had when it was accepted; the parts that it is split into keep it. */
    public static final AttributeName ID = AttributeName.of("org.sharedmailbox.sendId");

    /** The time at which the mail was accepted (ISO 8601). */
    public static final AttributeName ACCEPTED_AT =
            AttributeName.of("org.sharedmailbox.sendAcceptedAt");

    /** The value of Message-ID to write; absent if the client gave one. */
    public static final AttributeName MESSAGE_ID =
            AttributeName.of("org.sharedmailbox.sendMessageId");

    /** Present if the client gave the empty envelope sender, which stays. */
    public static final AttributeName NULL_SENDER =
            AttributeName.of("org.sharedmailbox.sendNullSender");

    /** Present if the client's Sender must not leave. */
    public static final AttributeName DISCARDS_SENDER =
            AttributeName.of("org.sharedmailbox.sendDiscardsSender");

    /** Present once the mail has been rewritten; what mailets copy from it keeps the mark. */
    public static final AttributeName REWRITTEN =
            AttributeName.of("org.sharedmailbox.sendRewritten");

    /** Present once the mail has passed the mailet that files a copy in the mailbox's Sent. */
    public static final AttributeName COPIED = AttributeName.of("org.sharedmailbox.sendCopied");

    /** The number of failed attempts to file; marks a waiting copy, not a mail to deliver. */
    public static final AttributeName COPY_FAILURES =
            AttributeName.of("org.sharedmailbox.sendCopyFailures");

    static final ImmutableList<AttributeName> ALL =
            ImmutableList.of(
                    MODE,
                    MAILBOX,
                    DELEGATE,
                    SERVER,
                    FROM,
                    RECEIVED,
                    ID,
                    ACCEPTED_AT,
                    MESSAGE_ID,
                    NULL_SENDER,
                    DISCARDS_SENDER,
                    REWRITTEN,
                    COPIED,
                    COPY_FAILURES);

    private SendAttributes() {}
}
