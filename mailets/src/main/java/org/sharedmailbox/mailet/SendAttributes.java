/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.collect.ImmutableList;
import org.apache.mailet.AttributeName;

/**
 * The mail attributes by which the SMTP hook tells the mailets how a mail is sent. They are part of
 * James's spool, not of the message, so no client can write them; the hook removes what another
 * handler may have set before it sets its own. Operators may read them.
 */
public final class SendAttributes {
    /** {@code OWN}, {@code SEND_AS} or {@code SEND_ON_BEHALF}. */
    public static final AttributeName WAY = AttributeName.of("org.sharedmailbox.sendWay");

    /** The address of the mailbox that the mail is sent from. */
    public static final AttributeName MAILBOX = AttributeName.of("org.sharedmailbox.sendMailbox");

    /** The user who sends it. */
    public static final AttributeName DELEGATE = AttributeName.of("org.sharedmailbox.sendDelegate");

    /** The name under which the server that accepted it greets. */
    public static final AttributeName SERVER = AttributeName.of("org.sharedmailbox.sendServer");

    /** The value of From that has to leave; absent if the client's does. */
    public static final AttributeName FROM = AttributeName.of("org.sharedmailbox.sendFrom");

    /** The value of Received that has to leave in place of those that came. */
    public static final AttributeName RECEIVED = AttributeName.of("org.sharedmailbox.sendReceived");

    /** The name that the mail had when it was accepted; what it is split into keeps it. */
    public static final AttributeName ID = AttributeName.of("org.sharedmailbox.sendId");

    /** Whether the client's Sender must not leave. */
    public static final AttributeName DISCARDS_SENDER =
            AttributeName.of("org.sharedmailbox.sendDiscardsSender");

    /** Set once the mail has been rewritten; copies of it that mailets make keep it. */
    public static final AttributeName REWRITTEN =
            AttributeName.of("org.sharedmailbox.sendRewritten");

    /** Set once a copy for the mailbox's Sent was, or need not be, taken care of. */
    public static final AttributeName COPIED = AttributeName.of("org.sharedmailbox.sendCopied");

    /** How often filing this copy has failed; what has it is a copy that waits, not a mail. */
    static final AttributeName COPY_FAILURES =
            AttributeName.of("org.sharedmailbox.sendCopyFailures");

    static final ImmutableList<AttributeName> ALL =
            ImmutableList.of(
                    WAY,
                    MAILBOX,
                    DELEGATE,
                    SERVER,
                    FROM,
                    RECEIVED,
                    ID,
                    DISCARDS_SENDER,
                    REWRITTEN,
                    COPIED,
                    COPY_FAILURES);

    private SendAttributes() {}
}
