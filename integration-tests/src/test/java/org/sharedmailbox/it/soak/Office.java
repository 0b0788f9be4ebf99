/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sharedmailbox.it.client.Person;

/** Who works in the shared mailboxes, on both servers. */
final class Office {
    private static final int MAILBOXES = 10;
    private static final int GUESTS = 30;

    /**
     * An account that is made on a server ends the sessions of an earlier one on all; each reads
     * twice a second which were made.
     */
    private static final Duration KNOWN = Duration.ofSeconds(3);

    private final Company company;
    private final Findings findings;
    private final List<Member> members = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private final List<PassingAccess> passing = new ArrayList<>();
    private final List<Delegate> guests = new ArrayList<>();

    private Office(Company company, Findings findings) {
        this.company = company;
        this.findings = findings;
    }

    /** Opens the mailboxes and hires everybody, and then has everybody sign in. */
    static Office of(Company company, Findings findings) {
        Office office = new Office(company, findings);
        List<Runnable> arrivals = new ArrayList<>();
        for (int number = 0; number < MAILBOXES; number++) {
            arrivals.addAll(office.open("team" + number));
        }
        for (int number = 0; number < GUESTS; number++) {
            arrivals.add(office.invite(number));
        }
        for (int server = 0; server < Company.SERVERS; server++) {
            arrivals.add(office.letWrite(server));
        }
        Company.passes(KNOWN);
        arrivals.forEach(Runnable::run);
        return office;
    }

    /** Opens a mailbox with a member on each server. */
    private List<Runnable> open(String mailbox) {
        company.opens(mailbox);
        List<Runnable> arrivals = new ArrayList<>();
        for (int server = 0; server < Company.SERVERS; server++) {
            Person member = company.hires(mailbox + "-member" + server, server);
            company.grants(mailbox, member, "READ_AND_MANAGE");
            arrivals.add(
                    () -> {
                        Company.fill(member, mailbox);
                        members.add(
                                new Member(member.imap(), "#user." + mailbox + ".INBOX", findings));
                    });
        }
        return arrivals;
    }

    /** Somebody comes and goes by one server, and works on the other. */
    private Runnable invite(int number) {
        int server = number % Company.SERVERS;
        Person guest = company.hires("guest" + number, Company.SERVERS - 1 - server);
        PassingAccess access =
                new PassingAccess(
                        company.administrator(server),
                        "team" + number % MAILBOXES,
                        guest,
                        findings);
        passing.add(access);
        return () -> guests.add(new Delegate(access, guest.imap(), findings));
    }

    private Runnable letWrite(int server) {
        Person writer = company.hires("writer" + server, server);
        Person customer = company.hires("customer" + server, server);
        company.grants("team0", writer, "READ", "SEND_AS");
        return () -> writers.add(new Writer(writer, "team0", customer, findings));
    }

    /** Has all of them work until the work is closed. */
    void works(Work work) {
        work.each(Duration.ofMillis(500), members);
        work.each(Duration.ofMillis(500), guests);
        work.each(Duration.ofMillis(400), writers);
        work.each(Duration.ofSeconds(3), passing);
    }

    /** Has the members work once, and decides whether all of them were served. */
    boolean isServed() {
        members.forEach(Member::run);
        return members.stream().allMatch(Member::isServed);
    }

    /** Compares what was answered last about each guest with what both servers say. */
    void verifyGuests() {
        for (int server = 0; server < Company.SERVERS; server++) {
            for (PassingAccess access : passing) {
                access.verify(company.administrator(server));
            }
        }
    }

    /** Returns the mails that were accepted, and have not come, or were not filed. */
    List<String> missingMail() {
        List<String> missing = new ArrayList<>();
        writers.forEach(writer -> missing.addAll(writer.missing()));
        return missing;
    }
}
