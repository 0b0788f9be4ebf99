/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.matcher;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.model.MailboxAddress;

/**
 * Matches mail from a user who currently holds any right on the mailbox in the condition: all its
 * recipients, or none. The user is the one who logged in to send it; the address that a mail claims
 * to be from does not count. While the store cannot be reached the match fails, and {@code
 * onMatchException} says what happens to the mail. Matches nothing if the plugin's module is not
 * installed.
 *
 * <pre>{@code
 * <mailet match="org.sharedmailbox.matcher.SenderIsMemberOf=support@example.com"
 *         class="ToProcessor">
 *     <processor>team</processor>
 * </mailet>
 * }</pre>
 */
public class SenderIsMemberOf extends GenericMatcher {
    private final Optional<AccessResolver> accesses;
    private Optional<Username> mailbox = Optional.empty();

    @Inject
    public SenderIsMemberOf(Wiring wiring) {
        this.accesses = wiring.find(AccessResolver.class);
    }

    @Override
    public void init() throws MessagingException {
        String condition = getCondition();
        try {
            mailbox =
                    Optional.of(
                            MailboxAddress.parse(
                                    "SenderIsMemberOf", condition == null ? "" : condition.trim()));
        } catch (RequestRefusedException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    @Override
    public Collection<MailAddress> match(Mail mail) throws MessagingException {
        // A bounce of a user's mail still carries the login.
        Optional<Username> user =
                AttributeUtils.getValueAndCastFromMail(mail, Mail.SMTP_AUTH_USER, String.class)
                        .filter(login -> !mail.getMaybeSender().isNullSender())
                        .map(Username::of);
        return user.isPresent() && isMember(user.get()) ? mail.getRecipients() : ImmutableList.of();
    }

    private boolean isMember(Username user) throws MessagingException {
        try {
            return accesses.flatMap(all -> mailbox.map(owner -> all.access(owner, user)))
                    .filter(access -> !access.isNothing())
                    .isPresent();
        } catch (StoreUnavailableException e) {
            throw new MessagingException("Cannot tell who is a member of which mailbox", e);
        }
    }
}
