/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.send.SendAttributes;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendMode;

class DelegatedSenderTest {
    private static final String MESSAGE =
            "Received: from laptop by mx.example.com for <alice@example.com>; now\r\n"
                    + "From: Team <support@example.com>\r\n"
                    + "sender: alice@example.com\r\n"
                    + "Content-Type: multipart/mixed; boundary=missing\r\n\r\n"
                    + "no boundary at all \r\n\r\n.\r\n";

    @Test
    void withoutAnInstructionNothingIsTouched() throws Exception {
        MailImpl mail = mail(MESSAGE);

        new DelegatedSender().service(mail);

        assertThat(text(mail)).isEqualTo(MESSAGE);
        assertThat(mail.getMaybeSender().asString()).isEqualTo("alice@example.com");
    }

    @Test
    void sendAsIsTheMailboxsMailInHeadersAndEnvelope() throws Exception {
        MailImpl mail = mail(MESSAGE);
        instruction(SendMode.SEND_AS).build().attachTo(mail);

        new DelegatedSender().service(mail);

        assertThat(mail.getMaybeSender().asString()).isEqualTo("support@example.com");
        assertThat(text(mail))
                .isEqualTo(
                        "Received: by mx.example.com; then\r\n"
                                + "From: Team <support@example.com>\r\n"
                                + "Content-Type: multipart/mixed; boundary=missing\r\n\r\n"
                                + "no boundary at all \r\n\r\n.\r\n");
        assertThat(mail.getMessageSize()).isEqualTo(text(mail).length());
    }

    @Test
    void sendOnBehalfAddsTheDelegateAndKeepsTheTrace() throws Exception {
        MailImpl mail = mail(MESSAGE);
        instruction(SendMode.SEND_ON_BEHALF)
                .from(Optional.of("=?utf-8?Q?B=C3=BCro?=\r\n <support@example.com>"))
                .build()
                .attachTo(mail);

        new DelegatedSender().service(mail);

        assertThat(text(mail))
                .startsWith(
                        "Received: from laptop by mx.example.com for <alice@example.com>; now\r\n"
                                + "From: =?utf-8?Q?B=C3=BCro?=\r\n <support@example.com>\r\n"
                                + "Sender: alice@example.com\r\n"
                                + "Content-Type: ");
    }

    @Test
    void aBounceOfItIsNotRewrittenAgain() throws Exception {
        MailImpl mail = mail(MESSAGE);
        instruction(SendMode.SEND_AS).build().attachTo(mail);
        new DelegatedSender().service(mail);
        MailImpl bounce = MailImpl.duplicate(mail);
        bounce.setSender(null);

        new DelegatedSender().service(bounce);

        assertThat(bounce.getMaybeSender().isNullSender()).isTrue();
    }

    @Test
    void onesOwnMailLosesItsInstruction() throws Exception {
        MailImpl mail = mail(MESSAGE);
        instruction(SendMode.OWN).discardsSender(false).build().attachTo(mail);

        new DelegatedSender().service(mail);

        assertThat(text(mail)).isEqualTo(MESSAGE);
        assertThat(mail.getMaybeSender().asString()).isEqualTo("alice@example.com");
        assertThat(mail.attributes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.example.com; auth=pass",
                "MX.EXAMPLE.COM 1; auth=pass",
                "(a comment) mx.example.com; none",
                "(a (nested;) comment)mx.example.com(another); none",
                "\"mx.example.com\"; none",
                "\"mx.ex\\ample.com\"; none",
                "\r\n mx.example.com;\r\n none",
            })
    void resultsThatPretendToBeOursAreRemoved(String results) throws Exception {
        MailImpl mail = mail("authentication-results : " + results + "\r\n" + MESSAGE);
        instruction(SendMode.OWN).discardsSender(false).build().attachTo(mail);

        new DelegatedSender().service(mail);

        assertThat(text(mail)).isEqualTo(MESSAGE);
    }

    @Test
    void mailThatCannotBeRewrittenDoesNotLeave() throws Exception {
        MailImpl noMailbox = mail(MESSAGE);
        noMailbox.setAttribute(new Attribute(SendAttributes.MODE, AttributeValue.of("SEND_AS")));
        MailImpl malformed = mail("From: support@example.com\rX: y\r\n\r\n");
        instruction(SendMode.SEND_AS).build().attachTo(malformed);
        MailImpl injected = mail(MESSAGE);
        instruction(SendMode.SEND_AS).received("by mx\r\nBcc: x").build().attachTo(injected);

        for (MailImpl mail : new MailImpl[] {noMailbox, malformed, injected}) {
            new DelegatedSender().service(mail);

            assertThat(mail.getState()).isEqualTo(Mail.ERROR);
        }
    }

    private static SendInstruction.Builder instruction(SendMode mode) {
        return SendInstruction.sentBy(Username.of("alice@example.com"), "mx.example.com")
                .mode(mode)
                .mailbox(Username.of("support@example.com"))
                .id("mail-1")
                .discardsSender(true)
                .received("by mx.example.com; then");
    }

    private static MailImpl mail(String message) throws Exception {
        MailImpl mail =
                MailImpl.builder()
                        .name("mail-1")
                        .sender(new MailAddress("alice@example.com"))
                        .addRecipient("customer@elsewhere.net")
                        .build();
        mail.setMessageContent(
                MimeMessageInputStreamSource.create(
                        "mail-1",
                        new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII))));
        return mail;
    }

    private static String text(Mail mail) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.getMessage().writeTo(out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}
