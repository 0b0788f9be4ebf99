/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static final int ROUNDS = 3;

    /** More only where others keep the machine busy, see {@link BestMedians}. */
    private static final int ROUNDS_AT_MOST = 8;

    private static final double AT_MOST = 1.1;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
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
        BestMedians normally = new BestMedians();
        BestMedians stopped = new BestMedians();
        int rounds = 0;
        while (rounds < ROUNDS
                || (rounds < ROUNDS_AT_MOST && !stopped.areAtMost(AT_MOST, normally))) {
            rounds++;
            addAll(normally);
            postgres.kill();
            try {
                waitUntilItIsKnown();
                addAll(stopped);
                assertThatSharedMailIsRefusedAtOnce();
            } finally {
                postgres.resume();
            }
            waitUntilSharedMailIsThere();
        }

        stopped.assertAtMost(AT_MOST, normally);
        assertThat(james.logLines())
                .as("not a line for each command")
                .filteredOn(line -> line.contains("Listing to "))
                .hasSizeLessThan(100);
        long expected = returnsBefore + rounds;
        Awaitility.await("a line for each outage")
                .atMost(TIMEOUT)
                .until(() -> returns() >= expected);
        assertThat(returns()).as("logged once for each outage").isEqualTo(expected);
    }

    @Test
    void aStoreThatSaysNothingKeepsNobodyLonger() {
        postgres.freeze();
        try {
            waitUntilItIsKnown();

            measureAll();
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

    private static void addAll(BestMedians medians) {
        measureAll().forEach(medians::add);
    }

    /** Fails if any of them takes long. */
    private static Map<String, Durations> measureAll() {
        Map<String, Durations> all = new LinkedHashMap<>();
        commands()
                .forEach(
                        (name, command) -> {
                            Durations durations =
                                    Durations.againFrom(A_SECOND, () -> measure(command));
                            assertThat(durations.longest()).as(name).isLessThan(A_SECOND);
                            all.put(name, durations);
                        });
        return all;
    }

    private static Durations measure(Consumer<Sessions> command) {
        try (RawImap imap = bob.imap();
                RawImap counting = bob.imap();
                RawSmtp smtp = bob.smtp()) {
            imap.command("SELECT INBOX");
            Sessions sessions = new Sessions(imap, counting, smtp);
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
            assertAtOnce(
                    () ->
                            assertThat(imap.command("SELECT #user.support.INBOX").completion())
                                    .startsWith("NO [UNAVAILABLE]"));
            assertAtOnce(
                    () ->
                            assertThat(smtp.sends(SUPPORT, List.of(bob.address()), LETTER))
                                    .startsWith("451 "));
        }
    }

    private static void assertAtOnce(Runnable command) {
        Durations durations = Durations.againFrom(A_SECOND, () -> Durations.of(20, command));
        assertThat(durations.longest()).isLessThan(A_SECOND);
    }

    /** One waits, the others know: after that nobody waits. */
    private static void waitUntilItIsKnown() {
        try (RawImap imap = alice.imap()) {
            Awaitility.await()
                    .atMost(TIMEOUT)
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
                .atMost(TIMEOUT)
                .until(
                        () -> {
                            try (RawImap imap = alice.imap()) {
                                return imap.command("SELECT #user.support.INBOX").isOk();
                            }
                        });
    }

    /**
     * Bob's connections. What is measured has one of its own: a question that James 3.8 ends on
     * another thread than the connection's may have a FETCH right behind it answered in the wrong
     * order, with and without the plugin (ADR 27).
     */
    private static final class Sessions {
        private static final Pattern MESSAGES = Pattern.compile("\\(MESSAGES (\\d+)\\)");

        private final RawImap imap;
        private final RawImap counting;
        private final RawSmtp smtp;

        private int mails;

        Sessions(RawImap imap, RawImap counting, RawSmtp smtp) {
            this.imap = imap;
            this.counting = counting;
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
                        .atMost(TIMEOUT)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> delivered() >= mails);
            }
        }

        private int delivered() {
            ImapAnswer answer = counting.command("STATUS INBOX (MESSAGES)");
            Matcher messages = MESSAGES.matcher(answer.toString());
            assertThat(messages.find()).as(answer.toString()).isTrue();
            return Integer.parseInt(messages.group(1));
        }
    }
}
