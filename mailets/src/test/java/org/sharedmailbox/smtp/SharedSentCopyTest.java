/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.mail.Flags;
import org.apache.commons.io.IOUtils;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailContext.SentMail;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.DelegationRight;
import org.sharedmailbox.mailet.DelegatedSender;
import org.sharedmailbox.mailet.SendOrder;
import org.sharedmailbox.mailet.SharedSentCopy;
import org.sharedmailbox.policy.SendWay;

/** The copy in Sent, in James's own mailboxes. */
class SharedSentCopyTest {
    private static final Username SUPPORT = Company.at("support");
    private static final String REWRITTEN =
            "Received: by mx.example.com; then\r\n"
                    + "From: support@example.com\r\n"
                    + "Subject: caf\u00E9\r\n\r\nlong line ".concat("x".repeat(2000))
                    + "\r\n";
    private static final String SUBMITTED =
            REWRITTEN.replace("From:", "Sender: alice@example.com\r\nFrom:");

    @TempDir Path directory;
    private final FakeMailContext queue = FakeMailContext.defaultContext();
    private Company company;
    private SharedSentCopy mailet;

    @BeforeEach
    void start() throws Exception {
        company = new Company(directory);
        mailet = mailet("retryAfter", "1 minute, 2 hours");
    }

    private SharedSentCopy mailet(String... parameter) throws Exception {
        Injector injector = Guice.createInjector(company);
        SharedSentCopy made = injector.getInstance(SharedSentCopy.class);
        FakeMailetConfig.Builder config = FakeMailetConfig.builder().mailetContext(queue);
        made.init(
                (parameter.length == 0 ? config : config.setProperty(parameter[0], parameter[1]))
                        .build());
        return made;
    }

    @Test
    void theCopyIsTheRewrittenMailReadAndDatedNowInASentThatIsMade() throws Exception {
        mailet.service(sent(SendWay.SEND_AS));

        MessageResult copy = copies(SUPPORT).get(0);
        assertThat(IOUtils.toString(copy.getFullContent().getInputStream(), "ISO-8859-1"))
                .isEqualTo(REWRITTEN);
        assertThat(copy.getFlags()).isEqualTo(new Flags(Flags.Flag.SEEN));
        assertThat(copy.getInternalDate()).isEqualTo(Company.NOW);
    }

    @Test
    void oneCopyOfAMailHoweverItIsSplitAndAnswered() throws Exception {
        MailImpl mail = sent(SendWay.SEND_ON_BEHALF);
        MailImpl splitBefore = MailImpl.duplicate(mail);
        mailet.service(mail);
        MailImpl bounce = MailImpl.duplicate(mail);
        bounce.setSender(null);
        mailet.service(splitBefore);
        mailet.service(bounce);
        mailet.service(mail);

        assertThat(copies(SUPPORT)).hasSize(1);
    }

    @Test
    void onlyTheWaysThatTheMailboxNamesAreFiled() throws Exception {
        company.filing(DelegationRight.SEND_AS);
        mailet.service(sent(SendWay.SEND_ON_BEHALF));
        mailet.service(sent(SendWay.OWN));
        mailet.service(notRewritten());
        mailet.service(MailImpl.builder().name("x").addRecipient("a@b.test").build());
        assertThat(copies(SUPPORT)).isEmpty();

        mailet.service(sent(SendWay.SEND_AS));
        assertThat(copies(SUPPORT)).hasSize(1);
    }

    @Test
    void aPersonsMailboxKeepsCopiesToo() throws Exception {
        MailImpl mail = submitted();
        order(SendWay.SEND_ON_BEHALF, Company.at("boss")).attachTo(mail);
        new DelegatedSender().service(mail);
        mailet.service(mail);

        assertThat(copies(Company.at("boss"))).hasSize(1);
    }

    @Test
    void aFullQuotaDelaysTheCopyAndNotTheMail() throws Exception {
        limitTo(0);
        MailImpl mail = sent(SendWay.SEND_AS);
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

    @Test
    void afterTheLastTryItIsGivenUpAndSaid() throws Exception {
        limitTo(0);
        MailImpl mail = sent(SendWay.SEND_AS);
        for (int tries = 1; tries <= 3; tries++) {
            mailet.service(mail);
            assertFailures(tries);
            if (tries < 3) {
                mail = waiting(mail, queue.getSentMails().get(tries - 1));
            }
        }
        assertThat(queue.getSentMails()).hasSize(2);
        assertThat(company.stores.audited())
                .extracting(entry -> entry.details().get("nextTry"))
                .containsExactly("PT1M", "PT2H", "none");
        assertThat(company.stores.audited().get(0))
                .extracting(AuditEntry::action, AuditEntry::mailbox)
                .containsExactly(AuditAction.MAIL_COPY_FAILED, SUPPORT);
    }

    @Test
    void aStoreThatIsDownDelaysTheCopyAndNotTheMail() throws Exception {
        company.stores.goDown();
        MailImpl mail = sent(SendWay.SEND_AS);
        mailet.service(mail);

        assertThat(mail.getState()).isEqualTo(Mail.TRANSPORT);
        assertThat(queue.getSentMails()).hasSize(1);
    }

    @Test
    void anAccountThatIsGoneGetsNoFolder() throws Exception {
        company.deletes("support");
        mailet.service(sent(SendWay.SEND_AS));

        assertThat(copies(SUPPORT)).isEmpty();
        assertThat(queue.getSentMails()).isEmpty();
    }

    @Test
    void aRetryAfterThatIsNoDurationIsToldByName() {
        assertThatThrownBy(() -> mailet("retryAfter", "1 minute, soon"))
                .hasMessage("retryAfter: 'soon' is no duration; write e.g. 1 minute, 2 hours");
    }

    private void assertFailures(int failures) {
        assertThat(company.metrics.meter("sharedMailboxSentCopyFailed").getCount())
                .isEqualTo(failures);
        assertThat(company.stores.audited()).hasSize(failures);
    }

    private void limitTo(long messages) throws Exception {
        company.post
                .getMaxQuotaManager()
                .setMaxMessage(
                        company.post.getDefaultUserQuotaRootResolver().forUser(SUPPORT),
                        QuotaCountLimit.count(messages));
    }

    private static MailImpl waiting(MailImpl mail, SentMail retry) throws Exception {
        MailImpl waiting = MailImpl.duplicate(mail);
        retry.getAttributes().values().forEach(waiting::setAttribute);
        waiting.setState(retry.getState());
        return waiting;
    }

    private static MailImpl sent(SendWay way) throws Exception {
        MailImpl mail = submitted();
        order(way, SUPPORT).attachTo(mail);
        new DelegatedSender().service(mail);
        return mail;
    }

    private static MailImpl notRewritten() throws Exception {
        MailImpl mail = submitted();
        order(SendWay.SEND_AS, SUPPORT).attachTo(mail);
        return mail;
    }

    private static SendOrder order(SendWay way, Username mailbox) {
        return SendOrder.sentBy(Company.at("alice"), "mx.example.com")
                .way(way)
                .mailbox(mailbox)
                .discardsSender(true)
                .received("by mx.example.com; then")
                .id("accepted-" + way)
                .build();
    }

    private static MailImpl submitted() throws Exception {
        MailImpl mail =
                MailImpl.builder()
                        .name("mail-1")
                        .sender(new MailAddress("alice@example.com"))
                        .addRecipients("one@elsewhere.net", "two@elsewhere.net")
                        .state(Mail.TRANSPORT)
                        .build();
        mail.setMessageContent(
                MimeMessageInputStreamSource.create(
                        "mail-1",
                        new ByteArrayInputStream(SUBMITTED.getBytes(StandardCharsets.ISO_8859_1))));
        return mail;
    }

    private List<MessageResult> copies(Username owner) throws Exception {
        MailboxSession session = company.post.getMailboxManager().createSystemSession(owner);
        List<MessageResult> copies = new ArrayList<>();
        try {
            company.post
                    .getMailboxManager()
                    .getMailbox(MailboxPath.forUser(owner, "Sent"), session)
                    .getMessages(MessageRange.all(), FetchGroup.FULL_CONTENT, session)
                    .forEachRemaining(copies::add);
        } catch (MailboxNotFoundException e) {
            return List.of();
        }
        return copies;
    }
}
