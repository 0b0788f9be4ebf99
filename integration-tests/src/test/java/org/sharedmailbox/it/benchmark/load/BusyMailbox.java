/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;

/**
 * A shared mailbox in which members work, an administrator who grants one more delegate access and
 * revokes it, and that delegate.
 */
final class BusyMailbox {
    private static final int MAILS = 50;

    private final List<WorkingSession> members = new ArrayList<>();
    private final PersistentDelegate delegate;
    private final RevokingAdministrator administrator;

    /**
     * @param name without the domain
     * @param sessions how many work in it, the delegate's included
     */
    BusyMailbox(Crowd crowd, String name, int sessions, Shift shift) {
        List<Person> people = crowd.hires(name + "-member", sessions - 1);
        crowd.opens(name, people);
        String inbox = "#user." + name + ".INBOX";
        for (Person member : people) {
            members.add(new WorkingSession(crowd.imap(member), inbox, MAILS, shift));
        }
        Membership membership =
                new Membership(
                        Administrator.of(crowd.james()), name, crowd.hires(name + "-temporary"));
        membership.isGranted();
        RawImap client = crowd.imap(membership.delegate());
        Crowd.fill(client, inbox, MAILS);
        administrator = new RevokingAdministrator(membership, client, shift);
        delegate = new PersistentDelegate(membership, crowd.imap(membership.delegate()), shift);
    }

    RevokingAdministrator administrator() {
        return administrator;
    }

    PersistentDelegate delegate() {
        return delegate;
    }

    List<WorkingSession> members() {
        return members;
    }

    /** Returns those who work until the shift is over. */
    List<Callable<?>> work() {
        List<Callable<?>> work = new ArrayList<>(members);
        work.add(delegate);
        return work;
    }
}
