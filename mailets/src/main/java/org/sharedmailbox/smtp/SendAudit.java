/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.mailet.Mail;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditSink;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.audit.RefusalLog;
import org.sharedmailbox.delegation.DelegationUses;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.model.Excerpt;
import org.sharedmailbox.sending.SendDecision;
import org.sharedmailbox.sending.SendMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits mail from other people's mailboxes, sent or refused. Thread-safe. */
final class SendAudit {
    private static final Logger LOGGER = LoggerFactory.getLogger(SendAudit.class);
    private static final int MAX_RECIPIENTS = 20;
    private static final int MAX_LENGTH = 1000;

    private final AuditSink sink;
    private final Clock clock;
    private final RefusalLog refusals;
    private final DelegationUses uses;
    private final Accounts accounts;

    @Inject
    SendAudit(
            AuditSink sink,
            RefusalLog refusals,
            Accounts accounts,
            DelegationUses uses,
            Clock clock) {
        this.uses = uses;
        this.sink = sink;
        this.refusals = refusals;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Writes an entry for each mailbox other than the user's own from which a mail is sent or
     * resent.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if an entry cannot be taken; the
     *     mail must not be accepted then
     */
    void sent(Username user, SendDecision decision, Mail mail, Optional<String> messageId) {
        if (decision.mode().isDelegated()) {
            sent(user, decision.mailbox(), decision.mode(), aboutMail(mail, messageId));
        }
        decision.resentFrom()
                .forEach(
                        (mailbox, mode) ->
                                sent(
                                        user,
                                        mailbox,
                                        mode,
                                        aboutMail(mail, messageId).put("resent", "true")));
    }

    private void sent(
            Username user,
            Username mailbox,
            SendMode mode,
            ImmutableMap.Builder<String, String> details) {
        details.put("way", mode.name()).put("verdict", "accepted");
        sink.appendAll(ImmutableList.of(entry(user, AuditAction.MAIL_SENT, mailbox, details)));
        uses.note(mailbox, user, Use.SEND);
    }

    /** Writes an entry about a mail that was refused at the end of DATA. */
    void refused(
            Username user, Username mailbox, String reason, Mail mail, Optional<String> messageId) {
        refused(user, mailbox, reason, "data", aboutMail(mail, messageId));
    }

    /** Writes an entry about an envelope sender that was refused. */
    void refused(Username user, Username mailbox, String reason) {
        refused(user, mailbox, reason, "envelope", ImmutableMap.builder());
    }

    private void refused(
            Username user,
            Username mailbox,
            String reason,
            String stage,
            ImmutableMap.Builder<String, String> details) {
        details.put("stage", stage)
                .put("verdict", "refused")
                .put("reason", Excerpt.oneLine(MAX_LENGTH, reason));
        AuditEntry refusal = entry(user, AuditAction.MAIL_REFUSED, mailbox, details);
        if (refusals.record(refusal, this::underAKnownName)) {
            LOGGER.warn(
                    "{} was refused permission to send from {}: {}",
                    Excerpt.printable(MAX_LENGTH, user.asString()),
                    Excerpt.printable(MAX_LENGTH, mailbox.asString()),
                    Excerpt.printable(MAX_LENGTH, reason));
        }
    }

    /** Files a refusal under its user if there is no account of the address. */
    private AuditEntry underAKnownName(AuditEntry refusal) {
        return accounts.exists(refusal.mailbox())
                ? refusal
                : refusal.filedUnder(Username.of(refusal.actor().name()), "address");
    }

    private AuditEntry entry(
            Username user,
            AuditAction action,
            Username mailbox,
            ImmutableMap.Builder<String, String> details) {
        return AuditEntry.of(
                clock.instant(),
                Actor.member(user, AuditSource.SMTP),
                action,
                mailbox,
                Optional.of(user),
                details.build());
    }

    private static ImmutableMap.Builder<String, String> aboutMail(
            Mail mail, Optional<String> messageId) {
        Collection<MailAddress> recipients = mail.getRecipients();
        return ImmutableMap.<String, String>builder()
                .put("messageId", Excerpt.oneLine(MAX_LENGTH, messageId.orElse("")))
                .put("recipientCount", Integer.toString(recipients.size()))
                .put(
                        "recipients",
                        Excerpt.oneLine(
                                MAX_LENGTH,
                                recipients.stream()
                                        .limit(MAX_RECIPIENTS)
                                        .map(MailAddress::asString)
                                        .collect(Collectors.joining(", "))));
    }
}
