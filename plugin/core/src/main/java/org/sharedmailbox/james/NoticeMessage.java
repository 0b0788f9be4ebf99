/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.sharedmailbox.notice.DueNotice;
import org.sharedmailbox.notice.text.NoticeText;
import org.sharedmailbox.notice.text.Postmaster;

/** The mail of a notice. */
final class NoticeMessage extends MimeMessage {
    private final String id;

    private NoticeMessage(String id) {
        super((Session) null);
        this.id = id;
    }

    static NoticeMessage of(DueNotice due, NoticeText text, Instant at) throws MessagingException {
        String postmaster = Postmaster.of(due.notice().owner());
        NoticeMessage message = new NoticeMessage(idOf(due, postmaster));
        message.setFrom(new InternetAddress(postmaster));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(due.notice().recipient().asString()));
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setText(text.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(at));
        // RFC 3834 §5: nobody may answer it automatically.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Returns the same for every attempt to send the notice. */
    private static String idOf(DueNotice due, String postmaster) {
        return String.format(
                "<notice.%d.%d.%s>",
                due.id(),
                due.notice().notedAt().toEpochMilli(),
                postmaster.replace("postmaster@", "shared-mailboxes@"));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
