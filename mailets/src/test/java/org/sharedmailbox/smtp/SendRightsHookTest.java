/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.People;

/** The hook over real connections to James's SMTP server, while rights and stores change. */
class SendRightsHookTest extends SubmissionFixture {
    private static final String CHANGED =
            "550 5.7.1 The sign-in of this account has changed, or the account was deleted; sign in"
                    + " again";

    @Test
    void anAddressThatNobodyCanHaveIsRefusedForGood() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<\"support@x\"@example.com>"))
                    .isEqualTo("550 5.7.1 A user's address cannot contain a second '@'");
        }
    }

    @Test
    void whoDidNotLogInGetsTheReplyOfTheDefaultHook() throws Exception {
        try (SubmissionPort.Client client = port.connect()) {
            assertThat(client.say("MAIL FROM:<" + SUPPORT + ">"))
                    .isEqualTo("530 5.7.1 Authentication Required");
            assertThat(client.say("MAIL FROM:<customer@elsewhere.net>")).startsWith("250");
        }
    }

    @Test
    void whoHasBecomeASharedMailboxSendsNoMoreInAnOpenSession() throws Exception {
        String refused =
                "550 5.7.1 This account is now a shared mailbox; sign in with your own account";
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<" + ALICE + ">")).startsWith("250");
            server.becomesShared(People.ALICE);

            assertThat(client.say("RCPT TO:<" + CUSTOMER.get(0) + ">")).isEqualTo(refused);
            client.say("RSET");
            assertThat(client.say("MAIL FROM:<" + ALICE + ">")).isEqualTo(refused);
            assertThat(client.say("MAIL FROM:<" + SUPPORT + ">")).isEqualTo(refused);
        }
        assertThat(port.spooledMails()).isZero();
    }

    @Test
    void whoLoggedInBeforeTheSignInChangedSendsNoMore() throws Exception {
        try (SubmissionPort.Client used = port.login("alice");
                SubmissionPort.Client silent = port.login("alice")) {
            assertThat(used.say("MAIL FROM:<" + ALICE + ">")).startsWith("250");
            server.changesSignIn(People.ALICE);

            assertThat(used.say("RCPT TO:<" + CUSTOMER.get(0) + ">")).isEqualTo(CHANGED);
            assertThat(silent.say("MAIL FROM:<" + ALICE + ">")).isEqualTo(CHANGED);
            try (SubmissionPort.Client now = port.login("alice")) {
                assertThat(now.say("MAIL FROM:<" + ALICE + ">")).startsWith("250");
            }
        }
    }

    @Test
    void whoIsKnownToBeBlockedStaysOutWhileTheStoreIsDown() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            server.becomesShared(People.ALICE);
            server.storeGoesDown();

            assertThat(client.say("MAIL FROM:<" + ALICE + ">"))
                    .startsWith("550 5.7.1 This account is now a shared mailbox;");
        }
    }

    /** Each time that somebody is missed, James is asked for all its users. */
    @Test
    void anAccountThatIsGoneIsNotLookedForAgainAndAgain() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<" + ALICE + ">")).startsWith("250");
            client.say("RSET");
            server.james.users.removeUser(People.ALICE);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> client.say("MAIL FROM:<" + SUPPORT + ">"), CHANGED::equals);
            server.james.with(People.ALICE);
            assertThat(client.say("MAIL FROM:<" + ALICE + ">")).isEqualTo(CHANGED);
        }
    }

    @Test
    void aRightThatIsRevokedMeanwhileIsOver() throws Exception {
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<" + SUPPORT + ">")).startsWith("250");
            assertThat(client.say("RCPT TO:<customer@elsewhere.net>")).startsWith("250");
            client.say("DATA");
            server.revoke(People.SUPPORT, People.ALICE);

            assertThat(client.raw(message("From: " + SUPPORT) + "\r\n.\r\n")).isEqualTo(REFUSED);
            assertThat(client.say("MAIL FROM:<" + SUPPORT + ">")).isEqualTo(REFUSED);
        }
    }

    @Test
    void whileTheStoreIsDownOnlyOnesOwnMailIsAccepted() throws Exception {
        server.storeGoesDown();
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.say("MAIL FROM:<" + SUPPORT + ">")).startsWith("451 4.3.0 ");
            assertThat(client.send(ALICE, CUSTOMER, message("From: " + SUPPORT)))
                    .startsWith("451 4.3.0 ");
            assertThat(client.send(ALICE, CUSTOMER, message("From: " + ALICE))).startsWith("250");
        }
        assertThat(port.spooledMails()).isEqualTo(1);
    }

    @Test
    void mailIsRecordedLaterIfTheAuditLogIsAway() throws Exception {
        server.auditLogGoesDown();
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.send(SUPPORT, CUSTOMER, message("From: " + SUPPORT)))
                    .startsWith("250 ");
        }
        server.auditLogComesBack();

        assertThat(server.audited(People.SUPPORT)).hasSize(1);
    }

    @Test
    void mailThatCannotBeAuditedIsNotAccepted() throws Exception {
        server.auditLogGoesDown();
        server.auditQueueIsFull();
        try (SubmissionPort.Client client = port.login("alice")) {
            assertThat(client.send(SUPPORT, CUSTOMER, message("From: " + SUPPORT)))
                    .startsWith("451 4.3.0 ");
            assertThat(client.say("MAIL FROM:<boss@example.com>")).isEqualTo(REFUSED);
        }
        assertThat(port.spooledMails()).isZero();
    }

    @Test
    void withoutTheMailetNothingDelegatedIsAccepted() throws Exception {
        server.withoutDelegatedSender();
        try (SubmissionPort half = new SubmissionPort(server, true);
                SubmissionPort.Client client = half.login("alice")) {
            assertThat(client.say("MAIL FROM:<" + SUPPORT + ">")).startsWith("451 4.3.5 ");
            assertThat(client.send(ALICE, CUSTOMER, message("From: " + SUPPORT)))
                    .startsWith("451 4.3.5 ");
            assertThat(client.send(ALICE, CUSTOMER, message("From: " + ALICE))).startsWith("250");
        }
    }

    @Test
    void aMailThatBeginsWithABlankLineIsRefusedBecauseJamesTakesItsBodyForHeaders()
            throws Exception {
        try (SubmissionPort unverified = new SubmissionPort(server, false);
                SubmissionPort.Client client = unverified.login("bob")) {
            assertThat(client.send("bob@example.com", CUSTOMER, "\r\nFrom: " + SUPPORT + "\r\n"))
                    .startsWith("550 5.7.1 The headers are missing");
        }
    }
}
