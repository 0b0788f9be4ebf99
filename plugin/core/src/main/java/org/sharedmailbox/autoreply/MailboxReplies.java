/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.autoreply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.AutoReply;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.transaction.Transactions;

/**
 * The automatic replies of shared mailboxes. Refusals are {@link RequestRefusedException}s, and
 * then nothing has changed. Thread-safe; may block.
 */
public class MailboxReplies {
    private final ReplySwitch replySwitch;
    private final SetReplies replies;
    private final SharedMailboxes mailboxes;
    private final Delegations delegations;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public MailboxReplies(
            ReplySwitch replySwitch,
            SetReplies replies,
            SharedMailboxes mailboxes,
            Delegations delegations,
            AuditLog auditLog,
            Transactions transactions,
            Clock clock) {
        this.replySwitch = replySwitch;
        this.replies = replies;
        this.mailboxes = mailboxes;
        this.delegations = delegations;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns the reply that was set, if James still has it. */
    public Optional<OwnVacation> find(Username address) {
        requireShared(address);
        return replies.find(address).filter(replySwitch::isInPlace).map(SetReply::set);
    }

    /** Sets the reply for that time, or replaces the present one. */
    public OwnVacation put(Username address, AutoReply reply, Validity time, Actor actor) {
        OwnVacation wanted = OwnVacation.of(reply, time.notBefore(), time.notAfter());
        return transactions.inTransaction(
                () -> {
                    lock(address);
                    requireShared(address);
                    boolean isNew =
                            replies.find(address)
                                    .filter(set -> set.set().isSameAs(wanted))
                                    .filter(replySwitch::isInPlace)
                                    .isEmpty();
                    if (isNew) {
                        replySwitch.set(address, Optional.empty(), wanted);
                        record(address, actor, details(reply, time));
                    }
                    return wanted;
                });
    }

    /** Takes the reply away, if there is one. */
    public void remove(Username address, Actor actor) {
        transactions.inTransaction(
                () -> {
                    lock(address);
                    requireShared(address);
                    replies.find(address)
                            .ifPresent(
                                    reply -> {
                                        replySwitch.takeAway(reply);
                                        record(
                                                address,
                                                actor,
                                                ImmutableMap.of("autoReply", "removed"));
                                    });
                    return true;
                });
    }

    /**
     * Takes the reply away after the commit of the change by which the address is no shared mailbox
     * any more. To be called in its transaction, under the lock of the owner.
     */
    public void endWithMailbox(Username address) {
        replies.find(address)
                .filter(reply -> reply.delegate().isEmpty())
                .ifPresent(replySwitch::takeAwayAfterCommit);
    }

    /**
     * Takes away what delegations have set for a person, who becomes a shared mailbox: that has one
     * of its own. To be called in the transaction of the conversion, under the lock of the owner.
     */
    public void endThoseOfDelegations(Username address) {
        replies.find(address).ifPresent(replySwitch::takeAway);
        delegations.replaceAll(
                delegations.ofOwner(address).stream()
                        .filter(delegation -> delegation.autoReply().isPresent())
                        .map(each -> each.toBuilder().autoReply(Optional.empty()).build())
                        .collect(ImmutableList.toImmutableList()));
    }

    private void lock(Username address) {
        delegations.lockAndCount(address, clock.instant());
    }

    private void requireShared(Username address) {
        if (mailboxes.find(address).isEmpty()) {
            throw RequestRefusedException.notFound(
                    String.format(
                            "There is no shared mailbox %1$s; create it with PUT"
                                    + " /shared-mailboxes/%1$s",
                            address.asString()));
        }
    }

    private static Map<String, String> details(AutoReply reply, Validity time) {
        ImmutableMap.Builder<String, String> details = ImmutableMap.builder();
        details.put("autoReply", reply.subject());
        time.notBefore().ifPresent(from -> details.put("from", from.toString()));
        time.notAfter().ifPresent(until -> details.put("until", until.toString()));
        return details.build();
    }

    private void record(Username address, Actor actor, Map<String, String> details) {
        auditLog.append(
                AuditEntry.of(
                        clock.instant(),
                        actor,
                        AuditAction.MAILBOX_CHANGED,
                        address,
                        Optional.empty(),
                        details));
    }
}
