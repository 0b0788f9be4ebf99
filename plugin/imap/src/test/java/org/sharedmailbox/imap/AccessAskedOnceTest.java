/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.CountingExecutor;
import org.sharedmailbox.model.DelegationRight;

/**
 * Every command asks once what its sender may do, and enters the executor once: what a command is
 * allowed must not change under it, and each question may cost a query. (IDLE asks again on
 * purpose, once it is watched.)
 */
@ExtendWith(SoftAssertionsExtension.class)
class AccessAskedOnceTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    @InjectSoftAssertions SoftAssertions softly;

    private ImapClient alice;

    @BeforeEach
    void aliceManagesSupportAndSales() {
        imap.james()
                .with(ALICE, SUPPORT, SALES)
                .withFolders(ALICE, "INBOX")
                .withFolders(SALES, "INBOX")
                .withFolders(SUPPORT, "INBOX", "Archive");
        for (int n = 0; n < 5; n++) {
            imap.james().deliver(SUPPORT, "INBOX");
            imap.james().deliver(ALICE, "INBOX");
        }
        imap.grant(SUPPORT, ALICE, DelegationRight.READ_AND_MANAGE, DelegationRight.MANAGE_MEMBERS);
        imap.grant(SALES, ALICE, DelegationRight.READ_AND_MANAGE);
        alice = imap.signIn(ALICE);
    }

    @Test
    void commandsThatNameAFolder() {
        asksOnce("STATUS #user.support.INBOX (MESSAGES)", "OK");
        asksOnce("STATUS #user.support.Nowhere (MESSAGES)", "NO [NONEXISTENT]");
        asksOnce("GETQUOTAROOT #user.support.INBOX", "OK");
        asksOnce("GETQUOTA #private&support@example.com", "OK");
        asksOnce("APPEND #user.support.INBOX {5}\r\nhello", "OK");
        asksOnce("APPEND #user.support.Nowhere {5}\r\nhello", "NO [TRYCREATE]");
        asksOnce("CREATE #user.support.New", "OK");
        asksOnce("RENAME #user.support.New #user.support.Old", "OK");
        asksOnce("DELETE #user.support.Old", "OK");
        asksOnce("SETMETADATA #user.support.INBOX (/shared/comment \"x\")", "OK");
        asksOnce("GETMETADATA #user.support.INBOX /shared/comment", "OK");
        asksOnce("MYRIGHTS #user.support.INBOX", "OK");
        asksOnce("GETACL #user.support.INBOX", "OK");
        asksOnce("LISTRIGHTS #user.support.INBOX alice", "OK");
    }

    @Test
    void lists() {
        asksOnce("LIST \"\" \"*\"", "OK");
        asksOnce("LIST \"\" \"#user.*\" RETURN (STATUS (MESSAGES) MYRIGHTS SUBSCRIBED)", "OK");
        asksOnce("LSUB \"\" \"#user.*\"", "OK");
        asksOnce("UNSUBSCRIBE #user.support.INBOX", "OK");
        asksOnce("SUBSCRIBE #user.support.INBOX", "OK");
    }

    @Test
    void commandsOnTheSelectedFolder() {
        asksOnce("EXAMINE #user.support.INBOX", "OK");
        asksOnce("UNSELECT", "OK");
        asksOnce("SELECT #user.support.INBOX", "OK");
        asksOnce("FETCH 1 (FLAGS BODY[TEXT])", "OK");
        asksOnce("STORE 1 FLAGS (\\Deleted)", "OK");
        asksOnce("SEARCH ALL", "OK");
        asksOnce("EXPUNGE", "OK");
        asksOnce("NOOP", "OK");
        asksOnce("CHECK", "OK");
        asksOnce("STATUS #user.support.INBOX (MESSAGES)", "OK");
        asksOnce("APPEND #user.support.INBOX {5}\r\nhello", "OK");
        asksOnce("CLOSE", "OK");
    }

    @Test
    void transfersFromAFolderOfAnotherOwner() {
        asksOnce("SELECT #user.support.INBOX", "OK");
        asksOnce("COPY 1 #user.support.Archive", "OK");
        asksOnce("COPY 1 #user.sales.INBOX", "OK");
        asksOnce("COPY 1 #user.sales.Nowhere", "NO [TRYCREATE]");
        asksOnce("COPY 1 INBOX", "OK");
        asksOnce("MOVE 1 #user.support.Archive", "OK");
        asksOnce("MOVE 1 #user.sales.INBOX", "OK");
        asksOnce("MOVE 1 INBOX", "OK");
    }

    @Test
    void transfersFromAnOwnFolder() {
        asks(0, "SELECT INBOX", "OK");
        asksOnce("COPY 1 #user.support.INBOX", "OK");
        asksOnce("COPY 1 #user.support.Nowhere", "NO [TRYCREATE]");
        asksOnce("MOVE 1 #user.support.INBOX", "OK");
    }

    @Test
    void commandsThatConcernNobodyElseAskNothing() {
        asks(0, "STATUS INBOX (MESSAGES)", "OK");
        asks(0, "CREATE New", "OK");
        asks(0, "NAMESPACE", "OK");
        asks(0, "GETQUOTAROOT INBOX", "OK");
        asks(0, "SUBSCRIBE INBOX", "OK");
        asks(0, "LIST \"\" \"INBOX\"", "OK");
        asks(0, "SELECT INBOX", "OK");
        asks(0, "FETCH 1 (FLAGS)", "OK");
        asks(0, "COPY 1 New", "OK");
        asks(0, "NOOP", "OK");
        asks(0, "CLOSE", "OK");
        alice.send("SELECT #user.support.INBOX");
        asks(0, "STATUS INBOX (MESSAGES)", "OK");
        asks(0, "APPEND INBOX {5}\r\nhello", "OK");
    }

    private void asksOnce(String command, String answer) {
        asks(1, command, answer);
    }

    private void asks(int times, String command, String answer) {
        // What is not cached is asked for twice: again where it may block.
        alice.send("STATUS #user.support.INBOX (MESSAGES)");
        alice.send("STATUS #user.sales.INBOX (MESSAGES)");
        int asked = imap.delegationsAsked();
        int entered = entered();

        softly.assertThat(alice.result(command)).as(command).startsWith(answer);

        softly.assertThat(imap.delegationsAsked() - asked).as("asked: " + command).isEqualTo(times);
        softly.assertThat(entered() - entered).as("executed: " + command).isEqualTo(times);
    }

    private int entered() {
        return ((CountingExecutor) imap.instance(CommandExecutor.class)).entered();
    }
}
