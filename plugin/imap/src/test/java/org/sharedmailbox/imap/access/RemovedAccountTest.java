/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;
import static org.sharedmailbox.model.DelegationRight.READ_AND_MANAGE;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

/** Users whom somebody takes out of James's repository past all that we stand around. */
class RemovedAccountTest {
    private static final String OF_SUPPORT = "#user.support.INBOX";
    private static final String OF_BOB = "#user.bob.INBOX";
    private static final String NONEXISTENT = "NO [NONEXISTENT]";

    /** What was seen of an account is believed for a second. */
    private static final Duration LONGER_THAN_IS_BELIEVED = Duration.ofMillis(1100);

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient bob;
    private ImapClient silent;
    private ImapClient carol;

    @BeforeEach
    void bobIsADelegateAndHasOne() {
        imap.james().with(SUPPORT, BOB, CAROL).withFolders(SUPPORT, "INBOX");
        imap.james().withFolders(BOB, "INBOX").deliver(BOB, "INBOX");
        imap.stores().stores().mailboxes().put(mailbox(SUPPORT).build());
        imap.grant(SUPPORT, BOB, READ_AND_MANAGE);
        imap.grant(BOB, CAROL, READ_AND_MANAGE);
        bob = imap.signIn(BOB);
        silent = imap.signIn(BOB);
        carol = imap.signIn(CAROL);
        assertThat(bob.result("SELECT " + OF_SUPPORT)).startsWith("OK ");
        assertThat(silent.result("LIST \"\" INBOX")).startsWith("OK ");
        assertThat(carol.result("SELECT " + OF_BOB)).startsWith("OK ");
        imap.plugin().clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void nothingIsHeldAfterASecond() throws Exception {
        imap.james().users.removeUser(BOB);
        imap.stores().letPass(LONGER_THAN_IS_BELIEVED);

        assertThat(bob.result("FETCH 1 (BODY[])")).startsWith("NO ");
        assertThat(carol.result("FETCH 1 (BODY[])")).startsWith("NO ");
        assertThat(carol.result("SELECT " + OF_BOB)).startsWith(NONEXISTENT);
    }

    @Test
    void aNamesakeInheritsNothingOnceItWasSeen() throws Exception {
        imap.james().users.removeUser(BOB);
        imap.stores().letPass(LONGER_THAN_IS_BELIEVED);
        assertThat(carol.result("NOOP")).startsWith("OK ");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> imap.stores().stores().delegations().ofDelegate(BOB).isEmpty());
        imap.plugin().clock.advance(Duration.ofSeconds(1));
        imap.james().with(BOB);
        imap.stores().letPass(LONGER_THAN_IS_BELIEVED);

        ImapClient namesake = imap.signIn(BOB);
        assertThat(namesake.send("LIST \"\" \"#user.*\"")).hasSize(1);
        assertThat(namesake.result("SELECT " + OF_SUPPORT)).startsWith(NONEXISTENT);
        assertThat(carol.result("SELECT " + OF_BOB)).startsWith(NONEXISTENT);

        imap.grant(SUPPORT, BOB, READ_AND_MANAGE);
        assertThat(namesake.result("SELECT " + OF_SUPPORT)).startsWith("OK ");
        assertThat(silent.send("STATUS " + OF_SUPPORT + " (MESSAGES)"))
                .noneMatch(line -> line.startsWith("* STATUS"));
    }
}
