/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.SuspensionAction;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;

/** The clock decides at every command, to the second and finer; the end does not belong to it. */
class ValidityTest {
    private static final Instant BEGIN = NOON.plusSeconds(60);
    private static final Instant END = NOON.plusSeconds(120);

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aliceStandsInForAMinute() {
        imap.james()
                .with(ALICE, BOB, SUPPORT)
                .withFolders(ALICE, "INBOX")
                .withFolders(SUPPORT, "INBOX", "Archive")
                .deliver(SUPPORT, "INBOX");
        imap.james().deliver(ALICE, "INBOX");
        imap.stores().stores().mailboxes().put(mailbox(SUPPORT).build());
        imap.plugin()
                .delegations
                .grant(
                        SUPPORT,
                        ALICE,
                        DelegationTerms.builder()
                                .rights(
                                        List.of(
                                                DelegationRight.READ_AND_MANAGE,
                                                DelegationRight.MANAGE_MEMBERS))
                                .validity(Validity.of(Optional.of(BEGIN), Optional.of(END)))
                                .build(),
                        ADMINISTRATOR);
        alice = imap.signIn(ALICE);
    }

    @ParameterizedTest(name = "{0} {1} ms: {2}")
    @CsvSource({
        "begin, -1000, false",
        "begin, -1, false",
        "begin, 0, true",
        "begin, 1, true",
        "begin, 1000, true",
        "end, -1000, true",
        "end, -1, true",
        "end, 0, false",
        "end, 1, false",
        "end, 1000, false",
    })
    void namedFolders(String edge, long millis, boolean holds) {
        // What is read before the edge is in the caches.
        alice.result("STATUS #user.support.INBOX (MESSAGES)");
        imap.plugin().clock.set((edge.equals("begin") ? BEGIN : END).plusMillis(millis));
        String answer = holds ? "OK " : "NO [NONEXISTENT]";

        for (String command :
                List.of(
                        "STATUS #user.support.INBOX (MESSAGES)",
                        "SELECT #user.support.INBOX",
                        "EXAMINE #user.support.INBOX",
                        "MYRIGHTS #user.support.INBOX",
                        "GETACL #user.support.INBOX",
                        "SETACL #user.support.INBOX bob@example.com lr",
                        "CREATE #user.support.New",
                        "RENAME #user.support.New #user.support.Newer",
                        "DELETE #user.support.Newer")) {
            assertThat(alice.result(command)).as(command).startsWith(answer);
        }
        assertThat(alice.send("LIST \"\" #user.support.*").size() > 1).isEqualTo(holds);
        assertThat(alice.send("LSUB \"\" #user.support.*").size() > 1).isEqualTo(holds);
        assertThat(alice.result("SELECT INBOX")).startsWith("OK ");
        assertThat(alice.result("COPY 1 #user.support.INBOX")).startsWith(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FETCH 1 (BODY[])",
                "UID FETCH 1:* (FLAGS)",
                "STORE 1 +FLAGS (\\Seen)",
                "SEARCH ALL",
                "COPY 1 INBOX",
                "MOVE 1 INBOX",
                "EXPUNGE",
                "IDLE"
            })
    void theOpenFolder(String command) {
        imap.plugin().clock.set(END.minusMillis(1));
        assertThat(alice.result("SELECT #user.support.INBOX")).startsWith("OK ");
        assertThat(alice.result("FETCH 1 (FLAGS)")).startsWith("OK ");

        imap.plugin().clock.set(END);

        assertThat(alice.send(command)).last().asString().startsWith("a NO ");
        assertThat(alice.result("FETCH 1 (FLAGS)")).startsWith("NO ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FETCH 1 (BODY[])", "STORE 1 +FLAGS (\\Seen)", "MOVE 1 INBOX", "IDLE"})
    void theOpenFolderOfWhoIsSuspended(String command) {
        imap.plugin().clock.set(BEGIN);
        List<String> listed = alice.send("LSUB \"\" *");
        assertThat(alice.result("UNSUBSCRIBE #user.support.Archive")).startsWith("OK ");
        List<String> chosen = alice.send("LSUB \"\" *");
        assertThat(alice.result("SELECT #user.support.INBOX")).startsWith("OK ");

        suspension(SuspensionAction.SUSPEND);
        assertThat(alice.send(command)).last().asString().startsWith("a NO ");
        assertThat(alice.send("LSUB \"\" *").size()).isLessThan(chosen.size());
        assertThat(alice.result("SUBSCRIBE #user.support.Archive")).startsWith("NO ");

        suspension(SuspensionAction.RESUME);
        assertThat(alice.send("LSUB \"\" *")).isEqualTo(chosen).isNotEqualTo(listed);
        assertThat(alice.result("SELECT #user.support.INBOX")).startsWith("OK ");
        assertThat(alice.result("FETCH 1 (FLAGS)")).startsWith("OK ");
    }

    @Test
    void whoIdlesIsToldWithoutAnySweep() throws Exception {
        imap.plugin().clock.set(END.minusSeconds(1));
        assertThat(alice.result("SELECT #user.support.INBOX")).startsWith("OK ");
        assertThat(alice.send("IDLE")).contains("+ Idling");

        imap.plugin().clock.advance(Duration.ofSeconds(1));

        assertThat(alice.told()).startsWith("* BYE ");
    }

    private void suspension(SuspensionAction action) {
        imap.plugin().suspensions.change(action, SUPPORT, ALICE, ADMINISTRATOR);
    }
}
