/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;
import org.sharedmailbox.it.server.Durations;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.postgresql.PostgresServer;

/**
 * A PostgreSQL that is stopped, or says nothing, under a running James: own mailboxes and own mail
 * lose no time, and what is shared is refused at once.
 */
@Tag("alone")
class StoreOutageIT {
    private static final int REPETITIONS = 150;

    private static final int ROUNDS = 3;

    /** More only where others keep the machine busy, see {@link Medians}. */
    private static final int ROUNDS_AT_MOST = 8;

    /** What two measurements of the same differ by on a machine with other things to do. */
    private static final Duration NOISE = Duration.ofNanos(200_000);

    private static final String SUPPORT = "support@example.com";
    private static final String OWN_MAIL =
            "From: bob@example.com\r\nSubject: themselves\r\n\r\nx\r\n";
    private static final String LETTER = "From: bob@example.com\r\nSubject: x\r\n\r\nx\r\n";

    private static PostgresServer postgres;
    private static StockJames james;
    private static Person bob;
    private static Person alice;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
        james = StockJames.named("store-outage").layOut();
        james.configuration("shared-mailboxes.properties")
                .append("store.url=" + postgres.newDatabase());
        james.start();
        Administrator administrator = Administrator.of(james);
        administrator.createsDomain("example.com");
        alice = administrator.createsUser("alice@example.com");
        bob = administrator.createsUser("bob@example.com");
        administrator.createsSharedMailbox(SUPPORT);
        administrator.grants(SUPPORT, alice, "READ_AND_MANAGE", "SEND_AS");
        try (RawImap imap = bob.imap()) {
            for (int n = 0; n < 20; n++) {
                assertThat(imap.command("CREATE Projects.n" + n).isOk()).isTrue();
            }
            imap.command("APPEND INBOX", LETTER);
        }
    }

    @AfterAll
    static void stop() {
        if (james != null) {
            james.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void ownCommandsTakeNoLongerWhileTheStoreIsStopped() {
        long returnsBefore = returns();
        measureAll(); // the server's code is being compiled meanwhile
        Medians normally = new Medians();
        Medians stopped = new Medians();
        int rounds = 0;
        while (rounds < ROUNDS || (rounds < ROUNDS_AT_MOST && !stopped.areLike(normally))) {
            rounds++;
            normally.add(measureAll());
            postgres.kill();
            try {
                waitUntilItIsKnown();
                stopped.add(measureAll());
                assertThatSharedMailIsRefusedAtOnce();
            } finally {
                postgres.resume();
            }
            waitUntilSharedMailIsThere();
        }

        commands()
                .keySet()
                .forEach(
                        command -> {
                            System.out.printf(
                                    "%s: normally %d us, while the store is stopped %d us%n",
                                    command,
                                    micros(normally.of(command)),
                                    micros(stopped.of(command)));
                            assertThat(stopped.of(command))
                                    .as(command)
                                    .isLessThan(noMoreThan(normally.of(command)));
                        });
        assertThat(james.logLines())
                .as("not a line for each command")
                .filteredOn(line -> line.contains("Listing to "))
                .hasSizeLessThan(100);
        assertThat(returns() - returnsBefore).as("logged once for each outage").isEqualTo(rounds);
    }

    @Test
    void aStoreThatSaysNothingKeepsNobodyLonger() {
        postgres.freeze();
        try {
            waitUntilItIsKnown();

            measureAll()
                    .forEach(
                            (command, durations) ->
                                    assertThat(durations.longest())
                                            .as(command)
                                            .isLessThan(Duration.ofSeconds(1)));
            assertThatSharedMailIsRefusedAtOnce();
        } finally {
            postgres.thaw();
        }
        waitUntilSharedMailIsThere();
    }

    private static long returns() {
        return james.logLines().stream()
                .filter(line -> line.contains("store of shared mailboxes answers again"))
                .count();
    }

    private static Map<String, Durations> measureAll() {
        Map<String, Durations> all = new LinkedHashMap<>();
        commands().forEach((name, command) -> all.put(name, measure(command)));
        return all;
    }

    private static Durations measure(Consumer<Sessions> command) {
        try (RawImap imap = bob.imap();
                RawSmtp smtp = bob.smtp()) {
            imap.command("SELECT INBOX");
            Sessions sessions = new Sessions(imap, smtp);
            return Durations.of(
                    REPETITIONS, () -> command.accept(sessions), sessions::awaitDelivery);
        }
    }

    private static Map<String, Consumer<Sessions>> commands() {
        Map<String, Consumer<Sessions>> commands = new LinkedHashMap<>();
        for (String command :
                List.of(
                        "NOOP",
                        "LIST \"\" \"*\"",
                        "LSUB \"\" \"*\"",
                        "STATUS INBOX (MESSAGES UIDNEXT)",
                        "SELECT INBOX",
                        "FETCH 1 (FLAGS BODY.PEEK[])",
                        "STORE 1 +FLAGS (\\Flagged)",
                        "SEARCH ALL",
                        "GETACL INBOX",
                        "RENAME Projects.n1 Projects.n1")) {
            commands.put(command, sessions -> sessions.imap.command(command));
        }
        commands.put(
                "CREATE and DELETE",
                sessions -> {
                    assertThat(sessions.imap.command("CREATE Again").isOk()).isTrue();
                    assertThat(sessions.imap.command("DELETE Again").isOk()).isTrue();
                });
        commands.put(
                "MAIL FROM one's own address",
                sessions -> {
                    sessions.smtp.command("MAIL FROM:<" + bob.address() + ">");
                    sessions.smtp.command("RSET");
                });
        commands.put(
                "MAIL and RCPT",
                sessions -> {
                    sessions.smtp.command("MAIL FROM:<" + bob.address() + ">");
                    sessions.smtp.command("RCPT TO:<" + bob.address() + ">");
                    sessions.smtp.command("RSET");
                });
        commands.put("a mail of one's own", Sessions::sendToThemselves);
        return commands;
    }

    private static void assertThatSharedMailIsRefusedAtOnce() {
        try (RawImap imap = alice.imap();
                RawSmtp smtp = alice.smtp()) {
            Durations selecting =
                    Durations.of(
                            20,
                            () ->
                                    assertThat(
                                                    imap.command("SELECT #user.support.INBOX")
                                                            .completion())
                                            .startsWith("NO [UNAVAILABLE]"));
            Durations sending =
                    Durations.of(
                            20,
                            () ->
                                    assertThat(smtp.sends(SUPPORT, List.of(bob.address()), LETTER))
                                            .startsWith("451 "));
            assertThat(selecting.longest()).isLessThan(Duration.ofSeconds(1));
            assertThat(sending.longest()).isLessThan(Duration.ofSeconds(1));
        }
    }

    /** One waits, the others know: after that nobody waits. */
    private static void waitUntilItIsKnown() {
        try (RawImap imap = alice.imap()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () ->
                                    Durations.of(20, () -> imap.command("LIST \"\" \"*\""))
                                                    .longest()
                                                    .compareTo(Duration.ofMillis(500))
                                            < 0);
        }
    }

    private static void waitUntilSharedMailIsThere() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            try (RawImap imap = alice.imap()) {
                                return imap.command("SELECT #user.support.INBOX").isOk();
                            }
                        });
    }

    private static Duration noMoreThan(Duration usual) {
        return usual.multipliedBy(11).dividedBy(10).plus(NOISE);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    /**
     * The best of several medians of each command: what else the machine does only adds to them, so
     * that what is slow by itself stays slow however often it is measured.
     */
    private static final class Medians {
        private final Map<String, Duration> best = new HashMap<>();

        void add(Map<String, Durations> measured) {
            measured.forEach(
                    (command, durations) -> {
                        assertThat(durations.longest())
                                .as(command)
                                .isLessThan(Duration.ofSeconds(1));
                        best.merge(
                                command,
                                durations.median(),
                                (one, other) -> one.compareTo(other) < 0 ? one : other);
                    });
        }

        boolean areLike(Medians usual) {
            return best.keySet().stream()
                    .allMatch(command -> of(command).compareTo(noMoreThan(usual.of(command))) < 0);
        }

        Duration of(String command) {
            return Objects.requireNonNull(best.get(command));
        }
    }

    /** Bob's connections. */
    private static final class Sessions {
        private final RawImap imap;
        private final RawSmtp smtp;

        private int mails;

        Sessions(RawImap imap, RawSmtp smtp) {
            this.imap = imap;
            this.smtp = smtp;
            this.mails = delivered();
        }

        void sendToThemselves() {
            assertThat(smtp.sends(bob.address(), List.of(bob.address()), OWN_MAIL))
                    .startsWith("250 ");
            mails++;
        }

        /** Waits until what was sent is there: delivery would slow the next command down. */
        void awaitDelivery() {
            if (delivered() < mails) {
                Awaitility.await()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> delivered() >= mails);
            }
        }

        private int delivered() {
            ImapAnswer answer = imap.command("SEARCH SUBJECT themselves");
            assertThat(answer.untagged("* SEARCH")).as(answer.toString()).hasSize(1);
            return answer.untagged("* SEARCH").get(0).split(" ", -1).length - 2;
        }
    }
}
