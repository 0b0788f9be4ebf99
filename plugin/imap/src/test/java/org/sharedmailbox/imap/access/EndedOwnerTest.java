/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.ServerLog;
import org.sharedmailbox.model.DelegationRight;

/** A folder that is open while its owner is renamed or deleted. */
class EndedOwnerTest {
    private static final String CLOSED = "* OK [CLOSED] Mailbox closed.";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();
    @RegisterExtension final ServerLog log = new ServerLog();

    private ImapClient alice;

    @BeforeEach
    void aliceHasAFolderOfBobOpen() {
        imap.james()
                .with(ALICE, BOB, SALES)
                .withFolders(ALICE, "INBOX")
                .withFolders(BOB, "INBOX")
                .deliver(BOB, "INBOX");
        imap.grant(BOB, ALICE, DelegationRight.READ_AND_MANAGE);
        alice = imap.signIn(ALICE);
        assertThat(alice.result("SELECT #user.bob.INBOX")).startsWith("OK ");
    }

    private void bobIsRenamed() {
        imap.plugin().accountRenames.renamed(BOB, SALES, ADMINISTRATOR);
    }

    private void bobIsDeleted() {
        imap.plugin().clock.advance(Duration.ofSeconds(1));
        imap.plugin().accountEnds.ended(BOB, imap.plugin().accountEnds.now(), ADMINISTRATOR);
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
                "UID EXPUNGE 1",
                "IDLE",
                "CLOSE",
                "UNSELECT"
            })
    void whatUsesItIsRefusedAndItIsClosed(String command) {
        bobIsRenamed();
        assertIsClosed(command, "a NO [NOPERM] ");

        imap.grant(BOB, ALICE, DelegationRight.READ_AND_MANAGE);
        assertThat(alice.result("SELECT #user.bob.INBOX")).startsWith("OK ");
        bobIsDeleted();
        assertIsClosed(command, "a NO [NOPERM] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP", "CHECK"})
    void whatAsksForNothingIsAnsweredAndItIsClosed(String command) {
        imap.james().deliver(BOB, "INBOX");
        bobIsRenamed();

        assertIsClosed(command, "a OK ");
    }

    private void assertIsClosed(String command, String answer) {
        List<String> lines = alice.send(command);

        assertThat(lines).as(command).hasSize(2).first().isEqualTo(CLOSED);
        assertThat(lines.get(1)).as(command).startsWith(answer);
        assertThat(alice.result("FETCH 1 (FLAGS)")).startsWith("NO ");
        assertThat(alice.result("STATUS #user.bob.INBOX (MESSAGES)"))
                .startsWith("NO [NONEXISTENT]");
        assertThat(alice.result("STATUS INBOX (MESSAGES)")).startsWith("OK ");
        assertThat(log.complaints()).isEmpty();
    }

    @Test
    void whoIdlesIsToldGoodbyeWhenTheOwnerIsRenamed() throws Exception {
        assertThat(alice.send("IDLE")).contains("+ Idling");
        bobIsRenamed();

        assertThat(alice.told()).startsWith("* BYE ");
    }

    @Test
    void whoIdlesIsToldGoodbyeWhenTheOwnerIsDeleted() throws Exception {
        assertThat(alice.send("IDLE")).contains("+ Idling");
        bobIsDeleted();

        assertThat(alice.told()).startsWith("* BYE ");
    }

    @Test
    void underTheNewNameItIsOpenedAgain() {
        imap.james().withFolders(SALES, "INBOX");
        bobIsRenamed();

        assertThat(alice.result("NOOP")).startsWith("OK ");
        assertThat(alice.result("SELECT #user.sales.INBOX")).startsWith("OK ");
    }
}
