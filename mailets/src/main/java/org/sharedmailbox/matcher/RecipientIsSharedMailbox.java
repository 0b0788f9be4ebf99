/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.matcher;

import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.mailet.base.GenericRecipientMatcher;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.mailbox.SharedMailboxes;

/**
 * Matches the recipients that are shared mailboxes. An alias counts only after James's mailet
 * {@code RecipientRewriteTable} has resolved it, so place this after that mailet. While the store
 * cannot be reached the match fails, and {@code onMatchException} says what happens to the mail.
 * Matches nobody if the plugin's module is not installed.
 *
 * <pre>{@code
 * <mailet match="org.sharedmailbox.matcher.RecipientIsSharedMailbox" class="SetMimeHeader">
 *     <name>X-Team</name>
 *     <value>yes</value>
 * </mailet>
 * }</pre>
 */
public class RecipientIsSharedMailbox extends GenericRecipientMatcher {
    private final Optional<SharedMailboxes> mailboxes;

    @Inject
    public RecipientIsSharedMailbox(Wiring wiring) {
        this.mailboxes = wiring.find(SharedMailboxes.class);
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) throws MessagingException {
        try {
            return mailboxes
                    .flatMap(all -> all.find(Username.fromMailAddress(recipient)))
                    .isPresent();
        } catch (StoreUnavailableException e) {
            throw new MessagingException(
                    "Cannot tell whether " + recipient.asString() + " is a shared mailbox", e);
        }
    }
}
