/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharedmailbox.it.client.RawImap;

/** What is changed on one of two servers shows on the other, over sockets, and in which time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final int LAST = Integer.MAX_VALUE;
    private static final String FOLDER = "#user.team.INBOX";
    private static final String BYSTANDER = "somebody@bystander.example";
    private static final String LETTER = "From: x@example.com\r\nSubject: x\r\n\r\nx\r\n";

    /**
     * Longer than a server relies on what it has looked for, and than PostgreSQL waits for whoever
     * does nothing in a transaction. With {@code -Dnodes.sleep=20} it is shorter than both.
     */
    private static final Duration SLEEP =
            Duration.ofSeconds(Long.parseLong(System.getProperty("nodes.sleep", "60")));

    private static TwoNodes nodes;
    private static Company company;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start("two-nodes", "sweep.period=PT1S");
        company = new Company(nodes);
        company.awaitLine("tell each other of changes at once (LISTEN/NOTIFY)");
        nodes.createsDomain("bystander.example");
        nodes.createsUser(BYSTANDER);
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    void whatIsGrantedOnOneIsUsableOnTheOther() {
        String team = company.newTeam("granted.example", "alice");
        String alice = "alice@granted.example";
        try (Visitor visitor = company.visits(alice);
                Bystanders bystanders = Bystanders.of(nodes, BYSTANDER)) {
            assertThat(visitor.opens(FOLDER)).isFalse();
            assertThat(visitor.maySendAs(team)).isFalse();

            company.grants(team, alice);

            long granted = System.nanoTime();
            bystanders.assertWithin(
                    A_SECOND,
                    "granted, SELECT",
                    Effect.seenWhen(() -> visitor.opens(FOLDER)),
                    granted);
            assertThat(visitor.maySendAs(team)).isTrue();
            visitor.sends(team, alice, "As the team");
            try (var inbox = nodes.onB(alice).opens("INBOX")) {
                inbox.awaitsMail("As the team");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatEndsOnOneIsRefusedOnTheOther(AccessEnd end) {
        String domain = end.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".example";
        String team = company.newTeam(domain, "alice");
        String alice = "alice@" + domain;
        company.grants(team, alice);
        try (Visitor working = company.visits(alice);
                Visitor looking = company.visits(alice);
                Bystanders bystanders = Bystanders.of(nodes, BYSTANDER)) {
            Company.await(() -> working.opens(FOLDER) && looking.opens(FOLDER));
            assertThat(looking.maySendAs(team)).isTrue();
            assertThat(working.imap().command("APPEND " + FOLDER, LETTER).isOk()).isTrue();
            working.idlesIn(FOLDER);

            end.make(nodes.atA().webAdmin(), team, alice);

            long ended = System.nanoTime();
            Effect refused = Effect.seenWhen(() -> !looking.opens(FOLDER));
            Effect unsent = Effect.seenWhen(() -> !looking.maySendAs(team));
            Effect bye = Effect.after(working::awaitBye);
            bystanders.assertWithin(A_SECOND, end + ", SELECT", refused, ended);
            bystanders.assertWithin(A_SECOND, end + ", MAIL FROM", unsent, ended);
            bystanders.assertWithin(TWO_SECONDS, end + ", BYE", bye, ended);
            assertThat(working.isDone("FETCH 1 (FLAGS)")).isFalse();
        }
    }

    @Test
    void whoIsConvertedOnOneIsOutOnTheOther() {
        String carol = "carol@converted.example";
        nodes.createsDomain("converted.example");
        nodes.createsUser(carol);

        assertIsOutAfter("converted", carol, () -> company.converts(carol));

        try (RawImap imap = RawImap.connect(nodes.b())) {
            String login = "LOGIN " + carol + " \"" + nodes.onB(carol).password() + "\"";
            assertThat(imap.command(login).completion())
                    .as("the second James still has the account with its password")
                    .startsWith("NO [AUTHENTICATIONFAILED]");
        }
    }

    @Test
    void whoHasThePasswordOfASharedMailboxIsOutOnceItIsAnother() {
        String desk = "desk@password.example";
        nodes.createsDomain("password.example");
        String known = "{\"password\":\"" + nodes.onB(desk).password() + "\"}";
        nodes.atA().webAdmin().put("/shared-mailboxes/" + desk, known).expectSuccess();
        nodes.atB().webAdmin().put("/shared-mailboxes/" + desk, known).expectSuccess();

        assertIsOutAfter(
                "another password",
                desk,
                () ->
                        nodes.atA()
                                .webAdmin()
                                .put("/shared-mailboxes/" + desk, "{\"password\":\"another\"}")
                                .expectSuccess());
    }

    private static void assertIsOutAfter(String what, String account, Runnable change) {
        try (Visitor visitor = company.visits(account);
                Bystanders bystanders = Bystanders.of(nodes, BYSTANDER)) {
            visitor.idlesIn("INBOX");

            change.run();

            long changed = System.nanoTime();
            Effect bye = Effect.after(visitor::awaitBye);
            Effect unsent = Effect.seenWhen(() -> !visitor.maySendAs(account));
            Effect out = Effect.seenWhen(() -> !visitor.isSignedIn());
            bystanders.assertWithin(A_SECOND, what + ", NOOP", out, changed);
            bystanders.assertWithin(A_SECOND, what + ", MAIL FROM", unsent, changed);
            bystanders.assertWithin(TWO_SECONDS, what + ", BYE in one's own INBOX", bye, changed);
        }
    }

    @Test
    void sweepAndNoticesOnBothDoEachThingOnce() {
        String team = company.newTeam("once.example", "dora");
        company.grantsBriefly(team, "dora@once.example");

        company.awaitRecordedEnd(team);

        company.assertEndIsRecordedAndToldOnce(team, "dora@once.example");
    }

    @Test
    void whoWakesUpDoesNoHarm() {
        String team = company.newTeam("asleep.example", "erin", "gina", "frank");
        company.grants(team, "erin@asleep.example");
        try (Visitor erin = company.visits("erin@asleep.example");
                Visitor frank = company.visits("frank@asleep.example")) {
            Company.await(() -> erin.opens(FOLDER));
            assertThat(erin.imap().command("APPEND " + FOLDER, LETTER).isOk()).isTrue();
            assertThat(erin.imap().command("FETCH 1 (FLAGS)").isOk()).isTrue();
            // Whoever falls asleep while they write it down keeps Erin's row to themselves.
            company.awaitUse(team, "erin@asleep.example");
            company.grantsBriefly(team, "gina@asleep.example");

            long asleep = System.nanoTime();
            nodes.b().freeze();
            try {
                company.revokes(team, "erin@asleep.example");
                company.converts("frank@asleep.example");
                // What is said to somebody who sleeps is the first that they hear.
                erin.imap().send("e FETCH 1 (FLAGS)");
                frank.imap().send("f NOOP");
                company.awaitRecordedEnd(team);
                Awaitility.await()
                        .atMost(SLEEP.plusSeconds(30))
                        .until(() -> System.nanoTime() - asleep > SLEEP.toNanos());
            } finally {
                nodes.b().thaw();
            }

            assertThat(answersTo("e", erin.imap())).noneMatch(line -> line.contains(" FETCH ("));
            assertThat(frank.imap().response()).startsWith("* BYE ");
            assertThat(frank.maySendAs("frank@asleep.example")).isFalse();
            company.assertEndIsRecordedAndToldOnce(team, "gina@asleep.example");
        }
    }

    private static List<String> answersTo(String tag, RawImap imap) {
        List<String> answers = new ArrayList<>(List.of(imap.response()));
        while (!answers.get(answers.size() - 1).startsWith(tag + " ")) {
            answers.add(imap.response());
        }
        return answers;
    }

    @Test
    void grantsOnBothAtATimeStayWithinTheLimitOfMembers() {
        List<String> members =
                IntStream.range(0, 12)
                        .mapToObj(n -> "m" + n + "@limit.example")
                        .collect(Collectors.toList());
        String team = company.newTeam("limit.example");
        members.forEach(nodes::createsUser);
        nodes.atA()
                .webAdmin()
                .put("/delegation-policies/limit.example", "{\"maxMembers\":5}")
                .expectSuccess();

        CompletableFuture<Long> byB =
                CompletableFuture.supplyAsync(
                        () ->
                                Company.grantsAsManyAsPossible(
                                        nodes.atB(), team, members.subList(0, 6)));
        long byA = Company.grantsAsManyAsPossible(nodes.atA(), team, members.subList(6, 12));

        assertThat(byA + byB.join()).isEqualTo(5);
        assertThat(company.membersOf(team)).isEqualTo(5);
    }

    @Test
    @Order(LAST)
    void newsMakesItFasterAndNothingDependsOnIt() {
        String team = company.newTeam("measured.example", "alice");
        String alice = "alice@measured.example";
        try (Visitor visitor = company.visits(alice);
                Bystanders bystanders = Bystanders.of(nodes, BYSTANDER)) {
            ChangeTimes told = ChangeTimes.of(company, team, alice, visitor, bystanders);
            nodes.silence();
            company.awaitLine(
                    "several times a second (no LISTEN/NOTIFY: the database says: ERROR:");
            ChangeTimes looked = ChangeTimes.of(company, team, alice, visitor, bystanders);

            System.out.println("From the commit on one server to SELECT on the other");
            System.out.println("with LISTEN/NOTIFY: " + told);
            System.out.println("without: " + looked);
            assertThat(told.longestOfItsOwn()).isLessThan(A_SECOND);
            assertThat(looked.longestOfItsOwn()).isLessThan(TWO_SECONDS);
            assertThat(told.median()).isLessThan(looked.median());
        }
    }
}
