/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.server.StockJames;

/**
 * As many people as shared mailboxes, where each works in several and each mailbox has several; and
 * one mailbox that is everybody's. Counts go round: after the last mailbox comes the first.
 */
final class IdleOffice {
    private static final String TEAM = "team";
    private static final String EVERYBODYS = "everybody";

    private final StockJames james;
    private final List<Person> people;

    private IdleOffice(StockJames james, List<Person> people) {
        this.james = james;
        this.people = people;
    }

    /** Starts that server, with so many mailboxes of so many members. */
    static IdleOffice on(StockJames james, int mailboxes, int members) {
        Crowd crowd = Crowd.on(james);
        IdleOffice office = new IdleOffice(james, crowd.hires("person", mailboxes));
        for (int n = 0; n < mailboxes; n++) {
            int mailbox = n;
            crowd.opens(
                    TEAM + mailbox,
                    IntStream.range(0, Math.min(members, mailboxes))
                            .mapToObj(member -> office.member(mailbox, member))
                            .collect(Collectors.toList()));
        }
        crowd.opens(EVERYBODYS, office.people);
        return office;
    }

    StockJames james() {
        return james;
    }

    String ownAddress(int n) {
        return person(n).address();
    }

    String teamAddress(int n) {
        return TEAM + n % people.size() + "@example.com";
    }

    String everybodysAddress() {
        return EVERYBODYS + "@example.com";
    }

    /** Idles in the own mailboxes of all. */
    IdlingConnection inOwn(int n) {
        return IdlingConnection.inOwn(port(), person(n));
    }

    /** Idles in the teams' mailboxes, each time as another member. */
    IdlingConnection inTeams(int n) {
        int mailbox = n % people.size();
        Person member = member(mailbox, n / people.size());
        return IdlingConnection.inShared(port(), member, TEAM + mailbox);
    }

    /** Idles in the own mailbox of one person. */
    IdlingConnection inOwnOfOne(int n) {
        return inOwn(0);
    }

    /** Idles in everybody's mailbox. */
    IdlingConnection inEverybodys(int n) {
        return IdlingConnection.inShared(port(), person(n), EVERYBODYS);
    }

    static List<Callable<IdlingConnection>> sessions(
            int sessions, IntFunction<IdlingConnection> opening) {
        return IntStream.range(0, sessions)
                .mapToObj(n -> (Callable<IdlingConnection>) () -> opening.apply(n))
                .collect(Collectors.toList());
    }

    private int port() {
        return james.ports().imap();
    }

    private Person member(int mailbox, int member) {
        return person(mailbox + member);
    }

    private Person person(int n) {
        return people.get(n % people.size());
    }
}
