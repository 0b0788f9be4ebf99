/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.request.CloseRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.ImapClient;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.model.DelegationRight;

class CloseHangUpTest {
    private static final int THREADS = 64;

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ImapClient alice;

    @BeforeEach
    void oneDeletedMailInTheSelectedFolder() {
        imap.james().with(ALICE, SUPPORT).withFolders(SUPPORT, "INBOX").deliver(SUPPORT, "INBOX");
        imap.grant(SUPPORT, ALICE, DelegationRight.READ_AND_MANAGE);
        alice = imap.signIn(ALICE);
        alice.send("SELECT #user.support.INBOX");
        alice.send("STORE 1 +FLAGS (\\Deleted)");
    }

    @Test
    void itExpunges() {
        assertThat(alice.result("CLOSE")).isEqualTo("OK CLOSE completed.");

        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isZero();
    }

    /** ADR 8: a command keeps the selected folder from the start. */
    @Test
    void itExpungesAlsoIfTheClientHangsUpWhileTheRightsAreAskedFor() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        keepTheStoreBusy(slow);
        imap.stores().letPass(Duration.ofMinutes(1));

        imap.instance(CloseProcessor.class)
                .processReactive(
                        new CloseRequest(new Tag("a")), new Answer(answered), alice.session())
                .subscribe();
        alice.session().logout().block();
        slow.countDown();

        assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(imap.james().mailsIn(SUPPORT, "INBOX")).isZero();
    }

    private void keepTheStoreBusy(CountDownLatch until) {
        BlockingScheduler scheduler = imap.instance(BlockingScheduler.class);
        for (int n = 0; n < THREADS; n++) {
            scheduler
                    .run(
                            () -> {
                                try {
                                    until.await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            })
                    .subscribe();
        }
    }

    private static final class Answer implements Responder {
        private final CountDownLatch answered;

        Answer(CountDownLatch answered) {
            this.answered = answered;
        }

        @Override
        public void respond(ImapResponseMessage message) {
            answered.countDown();
        }

        @Override
        public void flush() {}
    }
}
