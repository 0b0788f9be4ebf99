/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.ACCESS_ENDED;

import java.time.Duration;
import org.apache.james.imap.api.ImapSessionState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.command.EndedScheduler;
import org.sharedmailbox.model.DelegationRight;

/** All of IDLE but that James closes the connection after BYE. */
class IdleProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void aliceReadsSupport() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX", "Archive");
        imap.grant(SUPPORT, ALICE, DelegationRight.READ);
        alice = imap.signIn(ALICE);
        alice.send("SELECT #user.support.INBOX");
    }

    @Test
    void aReaderIsToldWhatArrivesUntilTheyAreDone() throws InterruptedException {
        assertThat(alice.send("IDLE")).containsExactly("+ Idling");

        imap.james().deliver(SUPPORT, "INBOX");
        assertThat(alice.told()).isEqualTo("* 1 EXISTS");
        assertThat(alice.told()).isEqualTo("* 1 RECENT");

        alice.sendLine("DONE");
        assertThat(alice.told()).isEqualTo("a OK IDLE completed.");
    }

    @Test
    void whatHasArrivedBeforeIsToldAtOnce() {
        imap.james().deliver(SUPPORT, "INBOX");

        assertThat(alice.send("IDLE")).contains("+ Idling", "* 1 EXISTS", "* 1 RECENT");
    }

    @Test
    void newKeywordsAreToldWithThePermittedFlags() throws InterruptedException {
        imap.james().deliver(SUPPORT, "INBOX");
        alice.send("IDLE");
        ImapClient support = imap.signIn(SUPPORT);
        support.send("SELECT INBOX");

        support.send("STORE 1 +FLAGS (foo)");

        assertThat(alice.told()).startsWith("* FLAGS (").contains(" foo)");
        assertThat(alice.told()).isEqualTo("* OK [PERMANENTFLAGS ()] No permanent flags permitted");
    }

    @Test
    void whoseAccessHasEndedDoesNotEvenBegin() {
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("IDLE"))
                .containsExactly("* OK [CLOSED] Mailbox closed.", "a " + ACCESS_ENDED);
    }

    @Test
    void whoseAccessEndsMeanwhileIsToldByeAndTheSessionEnds() throws InterruptedException {
        alice.send("IDLE");

        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.told())
                .isEqualTo(
                        "* BYE You do not have access to this mailbox any more. Connect again to go"
                                + " on with your own.");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> alice.session().getState() == ImapSessionState.LOGOUT);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(imap.plugin().disconnected)
                                        .containsExactly(alice.session().getUserName()));
        assertThat(alice.session().getUserName()).isNotEqualTo(ALICE);
    }

    /** The store was changed past this server, so that no announcement ends IDLE first. */
    @Test
    void nothingIsToldWithoutAskingForTheRightsAgain() throws InterruptedException {
        alice.send("IDLE");
        imap.stores().sql("delete from delegation");
        imap.stores().letPass(Duration.ofSeconds(2));

        imap.james().deliver(SUPPORT, "INBOX");

        assertThat(alice.told()).startsWith("* BYE ");
        EndedScheduler.await(imap);
        assertThat(alice.isToldNothing()).isTrue();
    }

    @Test
    void withoutOurStoreNothingIsToldAndTheClientGoesOn() {
        alice.send("IDLE");
        imap.stores().stores().close();
        imap.stores().letPass(Duration.ofSeconds(2));

        imap.james().deliver(SUPPORT, "INBOX");

        EndedScheduler.await(imap);
        assertThat(alice.isToldNothing()).isTrue();
        assertThat(alice.session().getState()).isEqualTo(ImapSessionState.SELECTED);
    }

    @Test
    void whatArrivesWhileAnotherChangeIsToldIsToldToo() throws InterruptedException {
        alice.send("IDLE");

        for (int i = 0; i < 50; i++) {
            imap.james().deliver(SUPPORT, "INBOX");
        }

        String told = alice.told();
        while (!told.equals("* 50 EXISTS")) {
            told = alice.told();
        }
    }

    @Test
    void whoHasSaidDoneIsNotToldBye() throws InterruptedException {
        alice.send("IDLE");
        alice.sendLine("DONE");
        alice.told();

        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("NOOP"))
                .containsExactly("* OK [CLOSED] Mailbox closed.", "a OK NOOP completed.");
        assertThat(alice.isToldNothing()).isTrue();
    }

    @Test
    void inAnOwnFolderItIsDoneAsEver() throws InterruptedException {
        imap.james().withFolders(ALICE, "INBOX");
        alice.send("SELECT INBOX");
        assertThat(alice.send("IDLE")).containsExactly("+ Idling");

        imap.james().deliver(ALICE, "INBOX");
        assertThat(alice.told()).isEqualTo("* 1 EXISTS");
    }
}
