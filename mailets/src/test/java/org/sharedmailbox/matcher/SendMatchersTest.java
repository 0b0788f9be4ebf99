/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.nio.file.Path;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.Matcher;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.MailServer;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.send.SendAttributes;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendMode;
import org.sharedmailbox.store.TestStores;

/** The matchers that operators use in their own processors. */
class SendMatchersTest {
    @RegisterExtension final TestStores stores = TestStores.h2InFile();
    @TempDir Path directory;
    private MailServer server;
    private MailAddress support;
    private MailAddress customer;

    @BeforeEach
    void start() throws Exception {
        server = new MailServer(directory, stores).grant(SUPPORT, ALICE, DelegationRight.READ);
        support = new MailAddress("support@example.com");
        customer = new MailAddress("customer@elsewhere.net");
    }

    @Test
    void theSendModeMatchesAllRecipientsOrNone() throws Exception {
        MailImpl as = mail(SUPPORT);
        instruction(SendMode.SEND_AS).attachTo(as);
        MailImpl onBehalf = mail(SUPPORT);
        instruction(SendMode.SEND_ON_BEHALF).attachTo(onBehalf);

        assertThat(matcher(SentAs.class, "").match(as)).containsExactly(support, customer);
        assertThat(matcher(SentAs.class, "").match(onBehalf)).isEmpty();
        assertThat(matcher(SentOnBehalf.class, "").match(onBehalf)).hasSize(2);
        assertThat(matcher(SentOnBehalf.class, "").match(as)).isEmpty();
        assertThat(matcher(SentAs.class, "").match(mail(ALICE))).isEmpty();
    }

    @Test
    void aBounceOfItWasNotSentThatWay() throws Exception {
        MailImpl mail = mail(SUPPORT);
        instruction(SendMode.SEND_AS).attachTo(mail);
        mail.setAttribute(new Attribute(SendAttributes.REWRITTEN, AttributeValue.of("true")));
        assertThat(matcher(SentAs.class, "").match(mail)).hasSize(2);

        mail.setSender(null);
        assertThat(matcher(SentAs.class, "").match(mail)).isEmpty();
    }

    @Test
    void sharedMailboxesAmongTheRecipientsMatch() throws Exception {
        assertThat(matcher(RecipientIsSharedMailbox.class, "").match(mail(ALICE)))
                .containsExactly(support);
    }

    @Test
    void whoLoggedInCountsAndNotWhoTheMailIsFrom() throws Exception {
        Matcher members = matcher(SenderIsMemberOf.class, "Support@example.com");
        MailImpl forged = mail(ALICE);
        assertThat(members.match(forged)).isEmpty();
        assertThat(members.match(loggedIn(mail(SUPPORT), ALICE))).hasSize(2);
        assertThat(members.match(loggedIn(mail(SUPPORT), BOB))).isEmpty();

        server.revoke(SUPPORT, ALICE);
        assertThat(members.match(loggedIn(mail(ALICE), ALICE))).isEmpty();
    }

    @Test
    void aStoreThatIsDownFailsTheMatch() throws Exception {
        Matcher members = matcher(SenderIsMemberOf.class, "support@example.com");
        Matcher recipients = matcher(RecipientIsSharedMailbox.class, "");
        server.storeGoesDown();

        assertThatThrownBy(() -> members.match(loggedIn(mail(ALICE), ALICE)))
                .isInstanceOf(MessagingException.class);
        assertThatThrownBy(() -> recipients.match(mail(ALICE)))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void aWrongConditionIsTold() {
        assertThatThrownBy(() -> matcher(SenderIsMemberOf.class, "support"))
                .hasMessageContaining(
                        "'SenderIsMemberOf' is 'support', which is not a mail address");
        assertThatThrownBy(() -> matcher(SentAs.class, "support@example.com"))
                .hasMessage("SentAs takes no condition");
    }

    @Test
    void withoutTheModuleNothingMatches() throws Exception {
        server.withoutPluginModule();

        assertThat(matcher(RecipientIsSharedMailbox.class, "").match(mail(ALICE))).isEmpty();
        assertThat(
                        matcher(SenderIsMemberOf.class, "support@example.com")
                                .match(loggedIn(mail(ALICE), ALICE)))
                .isEmpty();
    }

    private Matcher matcher(Class<? extends Matcher> type, String condition) throws Exception {
        Matcher matcher = server.create(type);
        matcher.init(
                FakeMatcherConfig.builder()
                        .matcherName(type.getSimpleName())
                        .condition(condition)
                        .build());
        return matcher;
    }

    private MailImpl mail(Username sender) throws Exception {
        return MailImpl.builder()
                .name("mail-1")
                .sender(sender.asMailAddress())
                .addRecipients(support, customer)
                .build();
    }

    private static MailImpl loggedIn(MailImpl mail, Username user) {
        mail.setAttribute(new Attribute(Mail.SMTP_AUTH_USER, AttributeValue.of(user.asString())));
        return mail;
    }

    private static SendInstruction instruction(SendMode mode) {
        return SendInstruction.sentBy(ALICE, "mx.example.com")
                .mode(mode)
                .mailbox(SUPPORT)
                .discardsSender(true)
                .received("by mx.example.com; then")
                .id("mail-1")
                .build();
    }
}
