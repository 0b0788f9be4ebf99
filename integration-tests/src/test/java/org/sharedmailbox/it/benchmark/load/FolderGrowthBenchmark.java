/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.benchmark.Comparison;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.benchmark.Goal;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/** How LIST grows with the number of shared mailboxes, and MOVE with that of mails. */
class FolderGrowthBenchmark {
    private static final int MAILBOXES = Size.of("list.mailboxes", 200);
    private static final int FOLDERS = Size.of("list.folders", 20);
    private static final int MAX_MOVED = Size.of("move.mails", 1_000);
    private static final List<Integer> MEMBERSHIPS = List.of(1, 10, 100, 200);
    private static final int FOLDERS_OF_TEAM = 6;

    private final Figures figures = new Figures("folder-growth", "LIST and MOVE, as they grow");

    @Test
    void howCostGrows() {
        try (StockJames james = StockJames.named("benchmark-growth").layOut()) {
            String folders =
                    IntStream.range(1, FOLDERS)
                            .mapToObj(n -> ",F" + n)
                            .collect(Collectors.joining("", "INBOX", ""));
            james.configuration("shared-mailboxes.properties")
                    .write("type.wide.folders=" + folders + "\n");
            Crowd crowd = Crowd.on(james);
            move(crowd);
            compareLists(crowd);
            list(crowd);
        }
    }

    private void move(Crowd crowd) {
        Person mover = crowd.hires("mover");
        crowd.opens("source", List.of(mover));
        crowd.opens("target", List.of(mover));
        Growth growth = new Growth("MOVE between owners, a mail");
        try (RawImap imap = crowd.imap(mover)) {
            MoveBetweenOwners move =
                    new MoveBetweenOwners(imap, "#user.source.INBOX", "#user.target.INBOX");
            for (int mails = 1; mails <= MAX_MOVED; mails *= 10) {
                move.fill(mails);
                growth.measure(mails, move);
            }
        }
        growth.addTo(figures);
    }

    private void compareLists(Crowd crowd) {
        Person person = crowd.hires("collector");
        try (RawImap imap = crowd.imap(person)) {
            int own = MAILBOXES * FOLDERS;
            Crowd.expectAllOk(
                    imap,
                    IntStream.range(0, own)
                            .mapToObj(n -> "CREATE F" + n)
                            .collect(Collectors.toList()));
            IntStream.range(0, MAILBOXES)
                    .forEach(n -> crowd.opens("wide" + n, "wide", List.of(person)));
            String name =
                    String.format("LIST of %d × %d shared / %,d own", MAILBOXES, FOLDERS, own);
            Comparison.of(
                            name,
                            Goal.ratio(1.5),
                            () -> Crowd.expectOk(imap, "LIST \"\" \"F*\""),
                            () -> Crowd.expectOk(imap, "LIST \"\" \"#user.*\""))
                    .measure()
                    .addTo(figures);
        }
    }

    /** For people with few and with many memberships, in the same mailboxes. */
    private void list(Crowd crowd) {
        List<Person> people = crowd.hires("member", MEMBERSHIPS.size());
        int most = MEMBERSHIPS.get(MEMBERSHIPS.size() - 1);
        for (int n = 0; n < most; n++) {
            int mailbox = n;
            crowd.opens(
                    "team" + mailbox,
                    IntStream.range(0, people.size())
                            .filter(person -> mailbox < MEMBERSHIPS.get(person))
                            .mapToObj(people::get)
                            .collect(Collectors.toList()));
        }
        Growth growth = new Growth("LIST of mailboxes with 6 folders each, a folder");
        for (int n = 0; n < people.size(); n++) {
            try (RawImap imap = crowd.imap(people.get(n))) {
                growth.measure(
                        MEMBERSHIPS.get(n) * FOLDERS_OF_TEAM,
                        () -> Crowd.expectOk(imap, "LIST \"\" \"#user.*\""));
            }
        }
        growth.addTo(figures);
    }
}
