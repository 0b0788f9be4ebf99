/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.reflect.Reflection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.model.DelegationRight;

/** What another server has changed of somebody's sign-in while they idle. */
class SignInIdleWatchTest {
    private static final String BYE =
            "* BYE The sign-in of this account has changed. Sign in again, with your own.";

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    @BeforeEach
    void people() {
        imap.james()
                .with(ALICE, BOB, SUPPORT)
                .withFolders(ALICE, "INBOX")
                .withFolders(BOB, "INBOX")
                .withFolders(SUPPORT, "INBOX");
        imap.grant(SUPPORT, ALICE, DelegationRight.READ);
    }

    @Test
    void whoIdlesInTheirOwnFolderIsToldByeAndNobodyElse() throws InterruptedException {
        ImapClient alice = idling(ALICE, "INBOX");
        ImapClient bob = idling(BOB, "INBOX");

        changeSignInOf(ALICE);

        assertEnded(alice);
        assertThat(bob.isToldNothing()).isTrue();
        imap.james().deliver(ALICE, "INBOX");
        assertThat(alice.isToldNothing()).isTrue();
    }

    @Test
    void whoIdlesInAnothersFolderIsToldByeOnce() throws InterruptedException {
        ImapClient alice = idling(ALICE, "#user.support.INBOX");

        changeSignInOf(ALICE);

        assertEnded(alice);
        assertThat(alice.isToldNothing()).isTrue();
    }

    @Test
    void whoHasNothingSelectedIsToldBye() throws InterruptedException {
        ImapClient alice = imap.signIn(ALICE);
        assertThat(alice.send("IDLE")).contains("+ Idling");

        changeSignInOf(ALICE);

        assertEnded(alice);
    }

    @Test
    void whoHasSaidDoneLearnsAtTheNextCommand() throws InterruptedException {
        ImapClient done = idling(ALICE, "INBOX");
        ImapClient still = idling(ALICE, "INBOX");
        done.sendLine("DONE");
        assertThat(done.told()).isEqualTo("a OK IDLE completed.");

        changeSignInOf(ALICE);

        assertEnded(still);
        assertThat(done.isToldNothing()).isTrue();
        assertThat(done.send("NOOP")).containsExactly(BYE);
    }

    @Test
    void whoCannotBeToldIsTriedAgainAndKeepsNobodyElseFromIt() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger();
        ImapClient first = idlingWith("executeSafely", failures);
        ImapClient still = idling(ALICE, "INBOX");

        changeSignInOf(ALICE);

        assertEnded(still);
        assertEnded(first);
        assertThat(failures).hasValueGreaterThan(1);
    }

    @Test
    void aSessionThatCannotBeEndedIsTriedAgainAndToldOnce() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger();
        ImapClient client = idlingWith("logout", failures);

        changeSignInOf(ALICE);

        assertEnded(client);
        assertThat(failures).hasValueGreaterThan(1);
        assertThat(client.isToldNothing()).isTrue();
    }

    /** Idles in a session whose method fails the first time. */
    private ImapClient idlingWith(String method, AtomicInteger calls) {
        ImapClient client = imap.signIn(ALICE);
        client.seenThrough(
                session ->
                        Reflection.newProxy(
                                ImapSession.class,
                                (proxy, called, arguments) -> {
                                    if (called.getName().equals(method)
                                            && calls.getAndIncrement() == 0) {
                                        throw new IllegalStateException("of tests");
                                    }
                                    return called.invoke(session, arguments);
                                }));
        assertThat(client.send("IDLE")).contains("+ Idling");
        return client;
    }

    private ImapClient idling(Username user, String folder) {
        ImapClient client = imap.signIn(user);
        assertThat(client.result("SELECT " + folder)).startsWith("OK");
        assertThat(client.send("IDLE")).contains("+ Idling");
        return client;
    }

    private void changeSignInOf(Username user) {
        imap.stores().stores().signIns().record(user, NOON);
        imap.plugin().signIns.refresh();
    }

    private static void assertEnded(ImapClient client) throws InterruptedException {
        assertThat(client.told()).isEqualTo(BYE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.session().getState() == ImapSessionState.LOGOUT);
    }
}
