/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A submission port on which nothing is accepted before AUTH. */
class LoginRequiredTest extends SubmissionFixture {
    private static final String REFUSED = "530 5.7.0 Authentication required";

    @ParameterizedTest
    @ValueSource(strings = {"", "customer@elsewhere.net", SUPPORT, ALICE})
    void nobodySendsBeforeTheyHaveLoggedIn(String sender) throws Exception {
        for (boolean verifyIdentity : new boolean[] {true, false}) {
            try (SubmissionPort strict = portWith(verifyIdentity, LoginRequired.class);
                    SubmissionPort.Client client = strict.connect()) {
                assertThat(client.say("MAIL FROM:<" + sender + ">")).isEqualTo(REFUSED);
                assertThat(client.say("RCPT TO:<" + ALICE + ">")).startsWith("503 ");
                assertThat(client.say("DATA")).startsWith("503 ");
                assertThat(strict.spooledMails()).isZero();
            }
        }
    }

    @Test
    void theRefusalEndsWithTheLogin() throws Exception {
        String mail = message("From: " + SUPPORT);
        try (SubmissionPort strict = portWith(true, LoginRequired.class);
                SubmissionPort.Client client = strict.connect()) {
            assertThat(client.send(ALICE, List.of(ALICE), mail)).isEqualTo(REFUSED);
            assertThat(client.login("alice").send(ALICE, List.of(ALICE), mail)).startsWith("250 ");
            assertThat(client.say("MAIL FROM:<boss@example.com>"))
                    .isEqualTo(SubmissionFixture.REFUSED);
        }
    }

    @Test
    void aHookThatAcceptsTheSenderOpensNothing() throws Exception {
        try (SubmissionPort strict = portWith(true, AcceptsSenders.class, LoginRequired.class);
                SubmissionPort.Client client = strict.connect()) {
            assertThat(client.say("MAIL FROM:<customer@elsewhere.net>")).startsWith("250 ");
            assertThat(client.say("RCPT TO:<" + ALICE + ">")).isEqualTo(REFUSED);
        }
    }

    @Test
    void withoutItWhoeverClaimsAForeignSenderWritesAsSupport() throws Exception {
        try (SubmissionPort.Client client = port.connect()) {
            assertThat(
                            client.send(
                                    "customer@elsewhere.net",
                                    List.of(ALICE),
                                    message("From: " + SUPPORT)))
                    .startsWith("250 ");
        }
    }

    private SubmissionPort portWith(boolean verifyIdentity, Class<?>... handlers) throws Exception {
        String[] names = new String[handlers.length];
        for (int i = 0; i < handlers.length; i++) {
            names[i] = handlers[i].getName();
        }
        return new SubmissionPort(server, verifyIdentity, names);
    }

    /** Someone else's handler, which lets every sender pass. */
    public static final class AcceptsSenders implements MailHook {
        @Override
        public HookResult doMail(SMTPSession session, MaybeSender sender) {
            return HookResult.OK;
        }
    }
}
