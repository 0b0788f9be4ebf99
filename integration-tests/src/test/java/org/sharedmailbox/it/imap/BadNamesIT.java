/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/**
 * imap.md, "Bad input": a tagged answer, at once, on a connection that lives on, and nothing in the
 * log.
 */
class BadNamesIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("bad-names"));

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static Person alice;

    @BeforeAll
    static void shareAMailbox() {
        alice = Company.on(james.server()).hires("alice", "READ_AND_MANAGE");
        // Whatever is done the first time may take longer.
        try (RawImap imap = alice.imap()) {
            commands("#user.x.INBOX").forEach(imap::command);
            append(imap, "#user.x.INBOX");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aBadNameGetsATaggedAnswer(String name) {
        try (RawImap imap = alice.imap()) {
            for (String command : commands(name)) {
                ImapAnswer answer = atOnce(() -> imap.command(command));
                if (command.startsWith("LIST ") || command.startsWith("LSUB ")) {
                    assertThat(answer.completion()).matches("(?s)(OK|NO|BAD) .*");
                } else {
                    assertThat(answer.completion()).as(command).matches("(?s)(NO|BAD) .*");
                }
                assertThat(answer.completion()).doesNotContain("Exception");
            }
            if (!name.contains("\r")) {
                assertThat(atOnce(() -> append(imap, name)).completion()).matches("(NO|BAD) .*");
            }
            assertThat(imap.command("NOOP").completion()).isEqualTo("OK NOOP completed.");
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aBadPatternGetsATaggedAnswer(String pattern) {
        try (RawImap imap = alice.imap()) {
            for (String command : List.of("LIST \"\" ", "LSUB \"\" ", "LIST \"#user.\" ")) {
                ImapAnswer answer = atOnce(() -> imap.command(command + quoted(pattern)));
                assertThat(answer.completion()).matches("(OK|NO|BAD) .*");
            }
            assertThat(imap.command("NOOP").completion()).isEqualTo("OK NOOP completed.");
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedCommandGetsATaggedAnswer(String command) {
        try (RawImap imap = alice.imap()) {
            expectOk(imap.command("SELECT #user.support.INBOX"));
            ImapAnswer answer = atOnce(() -> imap.command(command));
            assertThat(answer.completion()).matches("(NO|BAD) .*").doesNotContain("Exception");
            assertThat(imap.command("NOOP").completion()).isEqualTo("OK NOOP completed.");
        }
    }

    @AfterAll
    static void nothingIsInTheLog() {
        assertThat(james.server().logLines())
                .noneMatch(
                        line ->
                                line.contains("[ERROR")
                                        || line.contains("[WARN")
                                        || line.startsWith("\tat "));
    }

    private static List<String> commands(String name) {
        return List.of(
                "SELECT " + quoted(name),
                "STATUS " + quoted(name) + " (MESSAGES)",
                "LIST \"\" " + quoted(name),
                "LSUB \"\" " + quoted(name),
                "CREATE " + quoted(name) + ".x..y",
                "DELETE " + quoted(name),
                "RENAME " + quoted(name) + " #user.support.Renamed",
                "SUBSCRIBE " + quoted(name),
                "GETACL " + quoted(name),
                "SETACL " + quoted(name) + " alice lr",
                "DELETEACL " + quoted(name) + " bob",
                "LISTRIGHTS " + quoted(name) + " alice",
                "MYRIGHTS " + quoted(name),
                "GETQUOTAROOT " + quoted(name),
                "GETMETADATA " + quoted(name) + " /shared/comment",
                "SETMETADATA " + quoted(name) + " (/shared/comment NIL)");
    }

    private static ImapAnswer append(RawImap imap, String name) {
        return imap.command("APPEND " + quoted(name), "Subject: Hidden\r\n\r\n");
    }

    /** A machine that is busy with something else may delay a command once, but not each time. */
    private static ImapAnswer atOnce(Supplier<ImapAnswer> command) {
        for (int tries = 1; ; tries++) {
            Instant start = Instant.now();
            ImapAnswer answer = command.get();
            Duration took = Duration.between(start, Instant.now());
            if (took.compareTo(AT_ONCE) < 0) {
                return answer;
            }
            assertThat(tries).as("each try is slow, at last %s", took).isLessThan(3);
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static Stream<String> names() {
        return BadNames.all();
    }

    static Stream<String> malformed() {
        return BadNames.malformedCommands();
    }

    static Stream<String> patterns() {
        return BadNames.patterns();
    }
}
