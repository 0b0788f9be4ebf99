/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.concurrent.atomic.AtomicInteger;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;

/**
 * What one administrator grants one delegate and takes away again, and what is certain about it
 * meanwhile. Thread-safe.
 */
final class Membership {
    private final Administrator administrator;
    private final String mailbox;
    private final Person delegate;

    /** Odd from when WebAdmin has said that it is taken away until just before it is asked back. */
    private final AtomicInteger changes = new AtomicInteger();

    /**
     * @param mailbox the name of the shared mailbox, without its domain
     */
    Membership(Administrator administrator, String mailbox, Person delegate) {
        this.administrator = administrator;
        this.mailbox = mailbox;
        this.delegate = delegate;
    }

    Person delegate() {
        return delegate;
    }

    String inbox() {
        return "#user." + mailbox + ".INBOX";
    }

    void isGranted() {
        if (isRevoked(changes.get())) {
            changes.incrementAndGet();
        }
        administrator.grants(mailbox + "@example.com", delegate, "READ_AND_MANAGE");
    }

    void isTakenAway() {
        administrator.removes(delegate, mailbox + "@example.com");
        changes.incrementAndGet();
    }

    /** Returns a number that stays the same as long as nothing changes. */
    int state() {
        return changes.get();
    }

    /** Decides whether every command in that state has to be refused. */
    static boolean isRevoked(int state) {
        return state % 2 == 1;
    }
}
