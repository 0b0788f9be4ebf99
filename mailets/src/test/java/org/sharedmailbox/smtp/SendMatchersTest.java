/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import java.nio.file.Path;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.Matcher;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.matcher.RecipientIsSharedMailbox;
import org.sharedmailbox.matcher.SenderIsMemberOf;
import org.sharedmailbox.matcher.SentAs;
import org.sharedmailbox.matcher.SentOnBehalf;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.send.SendAttributes;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendMode;

/** The matchers that operators use in processors of their own. */
class SendMatchersTest {
    @TempDir Path directory;
    private Company company;
    private MailAddress support;
    private MailAddress customer;

    @BeforeEach
    void start() throws Exception {
        company = new Company(directory).grant("support", "alice", DelegationRight.READ);
        support = new MailAddress("support@example.com");
        customer = new MailAddress("customer@elsewhere.net");
    }

    @Test
    void theWayOfSendingMatchesAllRecipientsOrNone() throws Exception {
        MailImpl as = mail("support");
        order(SendMode.SEND_AS).attachTo(as);
        MailImpl onBehalf = mail("support");
        order(SendMode.SEND_ON_BEHALF).attachTo(onBehalf);

        assertThat(matcher(SentAs.class, "").match(as)).containsExactly(support, customer);
        assertThat(matcher(SentAs.class, "").match(onBehalf)).isEmpty();
        assertThat(matcher(SentOnBehalf.class, "").match(onBehalf)).hasSize(2);
        assertThat(matcher(SentOnBehalf.class, "").match(as)).isEmpty();
        assertThat(matcher(SentAs.class, "").match(mail("alice"))).isEmpty();
    }

    @Test
    void aBounceOfItWasNotSentThatWay() throws Exception {
        MailImpl mail = mail("support");
        order(SendMode.SEND_AS).attachTo(mail);
        mail.setAttribute(new Attribute(SendAttributes.REWRITTEN, AttributeValue.of("true")));
        assertThat(matcher(SentAs.class, "").match(mail)).hasSize(2);

        mail.setSender(null);
        assertThat(matcher(SentAs.class, "").match(mail)).isEmpty();
    }

    @Test
    void sharedMailboxesAmongTheRecipientsMatch() throws Exception {
        assertThat(matcher(RecipientIsSharedMailbox.class, "").match(mail("alice")))
                .containsExactly(support);
    }

    @Test
    void whoLoggedInCountsAndNotWhoTheMailIsFrom() throws Exception {
        Matcher members = matcher(SenderIsMemberOf.class, "Support@example.com");
        MailImpl forged = mail("alice");
        assertThat(members.match(forged)).isEmpty();
        assertThat(members.match(loggedIn(mail("support"), "alice"))).hasSize(2);
        assertThat(members.match(loggedIn(mail("support"), "bob"))).isEmpty();

        company.revoke("support", "alice");
        assertThat(members.match(loggedIn(mail("alice"), "alice"))).isEmpty();
    }

    @Test
    void aStoreThatIsDownFailsTheMatch() throws Exception {
        Matcher members = matcher(SenderIsMemberOf.class, "support@example.com");
        Matcher recipients = matcher(RecipientIsSharedMailbox.class, "");
        company.stores.goDown();

        assertThatThrownBy(() -> members.match(loggedIn(mail("alice"), "alice")))
                .isInstanceOf(MessagingException.class);
        assertThatThrownBy(() -> recipients.match(mail("alice")))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void aWrongConditionIsTold() {
        assertThatThrownBy(() -> matcher(SenderIsMemberOf.class, "support"))
                .hasMessageContaining("'SenderIsMemberOf' is 'support', which is no mail address");
        assertThatThrownBy(() -> matcher(SentAs.class, "support@example.com"))
                .hasMessage("SentAs takes no condition");
    }

    @Test
    void withoutTheModuleNothingMatches() throws Exception {
        company.withoutOurModule();

        assertThat(matcher(RecipientIsSharedMailbox.class, "").match(mail("alice"))).isEmpty();
        assertThat(
                        matcher(SenderIsMemberOf.class, "support@example.com")
                                .match(loggedIn(mail("alice"), "alice")))
                .isEmpty();
    }

    private Matcher matcher(Class<? extends Matcher> type, String condition) throws Exception {
        Matcher matcher = Guice.createInjector(company).getInstance(type);
        matcher.init(
                FakeMatcherConfig.builder()
                        .matcherName(type.getSimpleName())
                        .condition(condition)
                        .build());
        return matcher;
    }

    private MailImpl mail(String sender) throws Exception {
        return MailImpl.builder()
                .name("mail-1")
                .sender(Company.at(sender).asMailAddress())
                .addRecipients(support, customer)
                .build();
    }

    private static MailImpl loggedIn(MailImpl mail, String user) {
        mail.setAttribute(
                new Attribute(Mail.SMTP_AUTH_USER, AttributeValue.of(Company.at(user).asString())));
        return mail;
    }

    private static SendInstruction order(SendMode way) {
        return SendInstruction.sentBy(Company.at("alice"), "mx.example.com")
                .mode(way)
                .mailbox(Company.at("support"))
                .discardsSender(true)
                .received("by mx.example.com; then")
                .id("mail-1")
                .build();
    }
}
