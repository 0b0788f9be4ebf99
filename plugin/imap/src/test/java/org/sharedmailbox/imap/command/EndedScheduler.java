/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.time.Duration;
import org.sharedmailbox.imap.InMemoryImap;

/** The threads on which IMAP waits, at their end. */
public final class EndedScheduler {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private EndedScheduler() {}

    /** Waits until all is done that was handed over or begun, after which nothing else is. */
    public static void await(InMemoryImap imap) {
        imap.instance(BlockingScheduler.class).end().block(TIMEOUT);
    }
}
