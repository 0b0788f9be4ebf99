/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

/** James is not kept waiting by what is asked because of its own events (faults.md F4). */
class IdleDuringRenameTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap(MailboxesHeldByRename::of);

    private ImapClient alice;
    private ImapClient support;

    @BeforeEach
    void aliceReadsAFolder() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX", "Projects.2026");
        imap.give(SUPPORT, ALICE, "lr", "Projects");
        alice = imap.signIn(ALICE);
        support = imap.signIn(SUPPORT);
        assertThat(alice.result("SELECT #user.support.Projects.2026")).startsWith("OK ");
        assertThat(alice.send("IDLE")).containsExactly("+ Idling");
    }

    @Test
    void aRenameDoesNotWaitForWhoIdlesInTheFolder() throws InterruptedException {
        renames("Projects", "Plans");

        imap.james().deliver(SUPPORT, "Plans.2026");
        assertThat(alice.told()).isEqualTo("* 1 EXISTS");
    }

    @Test
    void whoseFolderIsMovedOutOfTheirAccessIsToldBye() throws InterruptedException {
        renames("Projects.2026", "2026");

        assertThat(alice.told()).startsWith("* BYE ");
    }

    private void renames(String from, String to) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertThat(support.result("RENAME " + from + " " + to))
                                .isEqualTo("OK RENAME completed."));
    }
}
