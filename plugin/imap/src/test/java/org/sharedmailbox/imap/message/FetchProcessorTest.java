/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.model.DelegationRight;

class FetchProcessorTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void oneMailInASharedMailbox() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX").deliver(SUPPORT, "INBOX");
        alice = imap.signIn(ALICE);
    }

    @Test
    void aReaderGetsTheMailAndSetsNothing() {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ);
        alice.send("SELECT #user.support.INBOX");

        assertThat(alice.send("FETCH 1 (FLAGS BODY[TEXT])"))
                .containsExactly(
                        "* 1 FETCH (FLAGS (\\Recent) BODY[TEXT] {7}",
                        "hello", ")", "a OK FETCH completed.");
        assertThat(alice.send("FETCH 1 (FLAGS)")).contains("* 1 FETCH (FLAGS (\\Recent))");
    }

    @Test
    void whoManagesSetsSeen() {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ_AND_MANAGE);
        alice.send("SELECT #user.support.INBOX");

        alice.send("FETCH 1 (BODY[TEXT])");

        assertThat(alice.send("FETCH 1 (FLAGS)"))
                .anyMatch(line -> line.startsWith("* 1 FETCH (FLAGS (") && line.contains("\\Seen"));
    }

    @Test
    void whoseAccessHasEndedGetsNothingAndNothingIsSelectedAnyMore() {
        imap.grant(SUPPORT, ALICE, DelegationRight.READ);
        alice.send("SELECT #user.support.INBOX");
        imap.plugin().delegations.revoke(SUPPORT, ALICE, ADMINISTRATOR);

        assertThat(alice.send("FETCH 1 (BODY[TEXT])"))
                .containsExactly(
                        "* OK [CLOSED] Mailbox closed.",
                        "a NO [NOPERM] You do not have access to this mailbox any more.");
        assertThat(alice.session().getSelected()).isNull();
    }

    @Test
    void ownMailIsFetchedAsEver() {
        imap.james().withFolders(ALICE, "INBOX").deliver(ALICE, "INBOX");
        alice.send("SELECT INBOX");

        assertThat(alice.result("FETCH 1 (FLAGS)")).isEqualTo("OK FETCH completed.");
    }
}
