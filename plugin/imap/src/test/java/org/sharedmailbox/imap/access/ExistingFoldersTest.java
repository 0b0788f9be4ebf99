/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.imap.Refusals.NONEXISTENT;

import com.google.common.reflect.Reflection;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;

/** Folders that were used before: James is not asked for them beforehand, and they may be gone. */
class ExistingFoldersTest {
    private static final String STATUS = "STATUS #user.support.Archive (MESSAGES)";
    private static final String APPEND = "APPEND #user.support.Archive {5}\r\nhello";

    private final AtomicInteger asked = new AtomicInteger();

    @RegisterExtension
    final InMemoryImap imap =
            new InMemoryImap(
                    real ->
                            Reflection.newProxy(
                                    MailboxManager.class,
                                    (proxy, method, arguments) -> {
                                        if (method.getName().equals("mailboxExists")) {
                                            asked.incrementAndGet();
                                        }
                                        try {
                                            return method.invoke(real, arguments);
                                        } catch (InvocationTargetException e) {
                                            throw e.getCause();
                                        }
                                    }));

    private ImapClient alice;

    @BeforeEach
    void aliceUsesTheArchive() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX", "Archive");
        imap.give(SUPPORT, ALICE, "lrswitkxe");
        alice = imap.signIn(ALICE);
        assertThat(alice.result(STATUS)).startsWith("OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STATUS,
                APPEND,
                "GETMETADATA #user.support.Archive /shared/comment",
                "GETQUOTAROOT #user.support.Archive",
            })
    void theyAreNotAskedForAgain(String command) {
        asked.set(0);

        assertThat(alice.result(command)).startsWith("OK");
        assertThat(asked).hasValue(0);
    }

    @Test
    void oneThatIsGoneIsAnsweredForLikeOneThatNeverWas() throws Exception {
        deleteArchive();

        assertThat(alice.result(STATUS)).isEqualTo(NONEXISTENT);
        assertThat(alice.result(STATUS)).isEqualTo(NONEXISTENT);
    }

    @Test
    void whatIsStoredInOneThatIsGoneIsRefusedAndTheClientMayMakeIt() throws Exception {
        deleteArchive();

        assertThat(alice.result(APPEND)).startsWith("NO [TRYCREATE] ");
        assertThat(imap.james().foldersOf(SUPPORT)).containsExactly("INBOX");
        assertThat(imap.audited(SUPPORT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GETMETADATA #user.support.Archive /shared/comment",
                "SETMETADATA #user.support.Archive (/shared/comment \"x\")",
                "GETQUOTAROOT #user.support.Archive",
                "DELETE #user.support.Archive",
            })
    void soDoOtherCommands(String command) throws Exception {
        deleteArchive();

        assertThat(alice.result(command)).isEqualTo(NONEXISTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STATUS #user.support.INBOX (MESSAGES)",
                "APPEND #user.support.INBOX {5}\r\nhello"
            })
    void anInboxThatIsGoneIsMadeAnew(String command) throws Exception {
        assertThat(alice.result("STATUS #user.support.INBOX (MESSAGES)")).startsWith("OK");
        delete(MailboxPath.inbox(SUPPORT));

        assertThat(alice.result(command)).startsWith("OK");
        assertThat(imap.james().foldersOf(SUPPORT)).contains("INBOX");
    }

    @Test
    void oneThatIsThereAgainIsUsedAgain() throws Exception {
        deleteArchive();
        assertThat(alice.result(STATUS)).isEqualTo(NONEXISTENT);
        imap.james().withFolders(SUPPORT, "Archive");

        assertThat(alice.send(STATUS)).contains("* STATUS \"#user.support.Archive\" (MESSAGES 0)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE #user.support.Archive",
                "RENAME #user.support.Archive #user.support.Old"
            })
    void oneThatTheDelegateTookAwayIsAskedForFirst(String command) {
        assertThat(alice.result(command)).startsWith("OK");
        asked.set(0);

        assertThat(alice.result(STATUS)).isEqualTo(NONEXISTENT);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anotherRefusalIsPassedOnAsItIs() throws Exception {
        imap.james().mailboxes.getMaxQuotaManager().setGlobalMaxMessage(QuotaCountLimit.count(0));

        assertThat(alice.result(APPEND)).startsWith("NO [OVERQUOTA] ");
    }

    private void deleteArchive() throws MailboxException {
        delete(MailboxPath.forUser(SUPPORT, "Archive"));
    }

    private void delete(MailboxPath folder) throws MailboxException {
        MailboxManager manager = imap.james().mailboxManager();
        manager.deleteMailbox(folder, manager.createSystemSession(SUPPORT));
    }
}
