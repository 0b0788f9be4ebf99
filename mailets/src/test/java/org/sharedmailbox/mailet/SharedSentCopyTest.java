/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.time.temporal.ChronoUnit;
import javax.mail.Flags;
import org.apache.commons.io.IOUtils;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.MailServer;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.sending.SendMode;

/** The copy in Sent, in James's own mailboxes. */
class SharedSentCopyTest extends SentCopyFixture {
    @Test
    void theCopyIsTheRewrittenMailReadAndDatedNowInASentThatIsMade() throws Exception {
        mailet.service(sent(SendMode.SEND_AS));

        MessageResult copy = copies(SUPPORT).get(0);
        assertThat(IOUtils.toString(copy.getFullContent().getInputStream(), "ISO-8859-1"))
                .isEqualTo(REWRITTEN);
        assertThat(copy.getFlags()).isEqualTo(new Flags(Flags.Flag.SEEN));
        assertThat(copy.getInternalDate()).isEqualTo(NOON.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void oneCopyOfAMailHoweverItIsSplitAndAnswered() throws Exception {
        MailImpl mail = sent(SendMode.SEND_ON_BEHALF);
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
    void onlyTheModesThatTheMailboxNamesAreFiled() throws Exception {
        server.filing(DelegationRight.SEND_AS);
        mailet.service(sent(SendMode.SEND_ON_BEHALF));
        mailet.service(sent(SendMode.OWN));
        mailet.service(notRewritten());
        mailet.service(MailImpl.builder().name("x").addRecipient("a@b.test").build());
        assertThat(copies(SUPPORT)).isEmpty();

        mailet.service(sent(SendMode.SEND_AS));
        assertThat(copies(SUPPORT)).hasSize(1);
    }

    @Test
    void aPersonsMailboxKeepsCopiesToo() throws Exception {
        MailImpl mail = submitted();
        instruction(SendMode.SEND_ON_BEHALF, MailServer.BOSS).attachTo(mail);
        new DelegatedSender().service(mail);
        mailet.service(mail);

        assertThat(copies(MailServer.BOSS)).hasSize(1);
    }

    @Test
    void withoutTheModuleTheMailLeavesAndNothingIsFiled() throws Exception {
        server.withoutPluginModule();
        MailImpl mail = sent(SendMode.SEND_AS);
        mailet().service(mail);

        assertThat(mail.getState()).isEqualTo(Mail.TRANSPORT);
        assertThat(copies(SUPPORT)).isEmpty();
        assertThat(queue.getSentMails()).isEmpty();
    }

    @Test
    void anAccountThatIsGoneGetsNoFolder() throws Exception {
        server.james.users.removeUser(SUPPORT);
        mailet.service(sent(SendMode.SEND_AS));

        assertThat(copies(SUPPORT)).isEmpty();
        assertThat(queue.getSentMails()).isEmpty();
    }
}
