/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

/** A name that means nothing is refused without asking the store, which may be down. */
class NamesOfNobodyTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void theStoreIsDown() {
        imap.james().with(ALICE, SUPPORT).withFolders(ALICE, "INBOX").deliver(ALICE, "INBOX");
        alice = imap.signIn(ALICE);
        alice.send("SELECT INBOX");
        imap.stores().stores().close();
        imap.stores().letPass(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT #news.comp.mail|NO [NONEXISTENT] No such mailbox.",
                "SELECT #user.alice.INBOX|NO [NONEXISTENT] No such mailbox.",
                "STATUS #user.alice.INBOX (MESSAGES)|NO [NONEXISTENT] No such mailbox.",
                "DELETE #news.comp.mail|NO [NONEXISTENT] No such mailbox.",
                "RENAME #news.comp.mail x|NO [NONEXISTENT] No such mailbox.",
                "SUBSCRIBE #news.comp.mail|NO [NONEXISTENT] No such mailbox.",
                "UNSUBSCRIBE #news.comp.mail|OK UNSUBSCRIBE completed.",
                "COPY 1 #news.comp.mail|NO [NONEXISTENT] No such mailbox.",
                "GETACL #news.comp.mail|NO [NONEXISTENT] No such mailbox.",
                "MYRIGHTS #user.alice|NO [NONEXISTENT] No such mailbox.",
                "CREATE #user.alice.x|NO [NONEXISTENT] No such mailbox.",
            })
    void itIsRefusedAsEver(String command, String answer) {
        assertThat(alice.result(command)).isEqualTo(answer);
    }

    @Test
    void onesOwnRightsAreTold() {
        assertThat(alice.result("MYRIGHTS INBOX")).isEqualTo("OK MYRIGHTS completed.");
    }
}
