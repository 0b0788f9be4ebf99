/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.SmallDisk;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.Durations;
import org.sharedmailbox.it.server.PluginDatabase;
import org.sharedmailbox.it.server.StockJames;

/**
 * The disk of the embedded store runs full under a running James: changes are refused, mail goes
 * on, and nothing that was answered is lost.
 */
class FullDiskIT {
    private static final int MEGABYTES = 32;
    private static final int TEAMS = 3;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** More than any command takes, on a machine that is busy with something else. */
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(5);

    @Test
    void changesAreRefusedMailGoesOnAndWhatWasAnsweredIsThere() throws IOException {
        try (StockJames james = StockJames.named("full-disk").layOut();
                SmallDisk disk =
                        SmallDisk.mount(
                                Files.createDirectories(james.directory().resolve("var")),
                                MEGABYTES)) {
            Administrator administrator = Administrator.of(james.start());
            administrator.createsDomain("example.com");
            Person alice = administrator.createsUser("alice@example.com");
            IntStream.range(0, TEAMS)
                    .forEach(
                            n -> {
                                administrator.createsSharedMailbox(team(n));
                                administrator.grants(team(n), alice, "READ");
                            });

            Answered answered = new Answered();
            try (answered) {
                IntStream.range(0, TEAMS)
                        .forEach(team -> begin(answered, administrator.webAdmin(), alice, team));
                awaitMore(answered);
                disk.fill();
                awaitRefusals(answered);
                assertMailGoesOn(alice, "(OK|NO \\[UNAVAILABLE]).*");
                assertThat(answered.refused()).containsOnly(503);
                disk.empty();
                awaitMore(answered);
                assertMailGoesOn(alice, "OK.*");
            }

            james.kill();
            try (PluginDatabase store = james.store()) {
                assertThat(store.contradictions()).isEmpty();
                for (int team = 0; team < TEAMS; team++) {
                    assertThat(storedNote(store, team))
                            .isGreaterThanOrEqualTo(lastAnswered(answered, team));
                }
            }
            assertThat(james.logLines()).anyMatch(line -> line.contains("No space left on device"));
        }
    }

    /** Changes the note of a delegation again and again. */
    private static void begin(Answered answered, WebAdmin webAdmin, Person delegate, int team) {
        answered.begin(
                Integer.MAX_VALUE,
                n -> team(team) + " " + n,
                n -> note(webAdmin, delegate, team, n));
    }

    private static HttpAnswer note(WebAdmin webAdmin, Person delegate, int team, int n) {
        return webAdmin.put(
                "/delegations/" + team(team) + "/" + delegate.address(),
                "{\"rights\":[\"READ\"],\"note\":\"" + n + "\"}");
    }

    private static void awaitMore(Answered answered) {
        for (int team = 0; team < TEAMS; team++) {
            String prefix = team(team) + " ";
            int before = answered.done(prefix).size();
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> answered.done(prefix).size() > before + 10);
        }
    }

    private static void awaitRefusals(Answered answered) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> answered.refused().size() > TEAMS);
    }

    /** One's own in any case, and what is shared as long as H2 can read its file. */
    private static void assertMailGoesOn(Person member, String shared) {
        try (RawImap imap = member.imap()) {
            Durations durations =
                    Durations.againFrom(
                            A_FEW_SECONDS,
                            () ->
                                    Durations.of(
                                            20,
                                            () -> {
                                                assertThat(imap.command("SELECT INBOX").isOk())
                                                        .isTrue();
                                                assertThat(
                                                                imap.command(
                                                                                "SELECT"
                                                                                        + " #user.team0.INBOX")
                                                                        .completion())
                                                        .matches(shared);
                                            }));
            assertThat(durations.longest()).isLessThan(A_FEW_SECONDS);
        }
    }

    private static int storedNote(PluginDatabase store, int team) {
        return Integer.parseInt(
                Iterables.getOnlyElement(
                        store.column(
                                "select note from delegation where owner = '" + team(team) + "'")));
    }

    private static int lastAnswered(Answered answered, int team) {
        String last = Iterables.getLast(answered.done(team(team) + " "));
        return Integer.parseInt(last.substring(last.indexOf(' ') + 1));
    }

    private static String team(int n) {
        return "team" + n + "@example.com";
    }
}
