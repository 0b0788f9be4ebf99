/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.mailet.MailetContext;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.notice.DueNotice;
import org.sharedmailbox.notice.delivery.NoticePost;
import org.sharedmailbox.notice.delivery.UndeliverableException;
import org.sharedmailbox.notice.text.NoticeText;

/**
 * Puts notices into James's queue of incoming mail, from where the mailet container delivers them
 * like any mail of the server's own. Their reverse path is empty, so that nothing answers them.
 */
public class JamesNoticePost implements NoticePost {
    private final JamesServices james;
    private final Accounts accounts;

    @Inject
    public JamesNoticePost(JamesServices james, Accounts accounts) {
        this.james = james;
        this.accounts = accounts;
    }

    @Override
    public boolean canReach(Username recipient) {
        return accounts.exists(recipient);
    }

    @Override
    public void send(DueNotice notice, NoticeText text, Instant at) throws UndeliverableException {
        MailetContext context =
                james.find(MailetContext.class)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "This James has no mailet container"));
        try {
            context.sendMail(
                    MailAddress.nullSender(),
                    List.of(notice.notice().recipient().asMailAddress()),
                    NoticeMessage.of(notice, text, at));
        } catch (MessagingException e) {
            throw new UndeliverableException("James does not take it: " + e.getMessage(), e);
        }
    }
}
