/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.util.concurrent.TimeUnit;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailContext.SentMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.sending.SendMode;

/** Copies that cannot be filed: the mail leaves, and filing is tried again. */
class SentCopyRetryTest extends SentCopyFixture {
    @Test
    void aFullQuotaDelaysTheCopyAndNotTheMail() throws Exception {
        limitTo(0);
        MailImpl mail = sent(SendMode.SEND_AS);
        mailet.service(mail);

        assertThat(mail.getState()).isEqualTo(Mail.TRANSPORT);
        assertFailures(1);
        SentMail retry = queue.getSentMails().get(0);
        assertThat(retry.getState()).isEqualTo(Mail.TRANSPORT);
        assertThat(retry.getDelay())
                .contains(new FakeMailContext.Delay(60_000, TimeUnit.MILLISECONDS));
        assertThat(retry.getRecipients()).containsExactly(SUPPORT.asMailAddress());

        limitTo(10);
        MailImpl second = waiting(mail, retry);
        mailet.service(second);

        assertThat(second.getState()).isEqualTo(Mail.GHOST);
        assertThat(copies(SUPPORT)).hasSize(1);
        assertFailures(1);
    }

    @ParameterizedTest(name = "an account of that name was gone {0} s after the mail: {1} copies")
    @CsvSource({"-1, 1", "0, 0", "1, 0"})
    void aWaitingCopyIsNotFiledInANewMailboxOfTheSameAddress(int seconds, int copies)
            throws Exception {
        limitTo(0);
        MailImpl mail = sent(SendMode.SEND_AS);
        mailet.service(mail);
        SentMail retry = queue.getSentMails().get(0);
        server.wasGone(SUPPORT, NOON.plusSeconds(seconds));

        limitTo(10);
        mailet.service(waiting(mail, retry));

        assertThat(copies(SUPPORT)).hasSize(copies);
    }

    @Test
    void afterTheLastAttemptItIsGivenUpAndSaid() throws Exception {
        limitTo(0);
        MailImpl mail = sent(SendMode.SEND_AS);
        for (int tries = 1; tries <= 3; tries++) {
            mailet.service(mail);
            assertFailures(tries);
            if (tries < 3) {
                mail = waiting(mail, queue.getSentMails().get(tries - 1));
            }
        }
        assertThat(queue.getSentMails()).hasSize(2);
        assertThat(server.audited(SUPPORT))
                .extracting(entry -> entry.details().get("nextTry"))
                .containsExactly("PT1M", "PT2H", "none");
        assertThat(server.audited(SUPPORT).get(0))
                .extracting(AuditEntry::action, AuditEntry::mailbox)
                .containsExactly(AuditAction.MAIL_COPY_FAILED, SUPPORT);
    }

    @Test
    void aStoreThatIsDownDelaysTheCopyAndNotTheMail() throws Exception {
        server.storeGoesDown();
        MailImpl mail = sent(SendMode.SEND_AS);
        mailet.service(mail);

        assertThat(mail.getState()).isEqualTo(Mail.TRANSPORT);
        assertThat(queue.getSentMails()).hasSize(1);
    }

    @Test
    void aRetryAfterThatIsNotADurationIsNamed() {
        assertThatThrownBy(() -> mailet("retryAfter", "1 minute, soon"))
                .hasMessage("retryAfter: 'soon' is not a duration; write e.g. 1 minute, 2 hours");
    }

    private void assertFailures(int failures) {
        assertThat(server.metrics.meter("sharedMailboxSentCopyFailed").getCount())
                .isEqualTo(failures);
        assertThat(server.audited(SUPPORT)).hasSize(failures);
    }

    private void limitTo(long messages) throws Exception {
        server.james
                .mailboxes
                .getMaxQuotaManager()
                .setMaxMessage(
                        server.james.mailboxes.getDefaultUserQuotaRootResolver().forUser(SUPPORT),
                        QuotaCountLimit.count(messages));
    }

    private static MailImpl waiting(MailImpl mail, SentMail retry) throws Exception {
        MailImpl waiting = MailImpl.duplicate(mail);
        retry.getAttributes().values().forEach(waiting::setAttribute);
        waiting.setState(retry.getState());
        return waiting;
    }
}
