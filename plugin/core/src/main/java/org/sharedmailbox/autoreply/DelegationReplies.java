/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.autoreply;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationFollower;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the automatic reply that is part of a delegation in step with it: set while the delegation
 * lasts, taken away when it ends or is suspended.
 */
public final class DelegationReplies implements DelegationFollower {
    private static final Logger LOGGER = LoggerFactory.getLogger(DelegationReplies.class);

    private final ReplySwitch replySwitch;
    private final SetReplies replies;
    private final SharedMailboxes mailboxes;

    @Inject
    public DelegationReplies(
            ReplySwitch replySwitch, SetReplies replies, SharedMailboxes mailboxes) {
        this.replySwitch = replySwitch;
        this.replies = replies;
        this.mailboxes = mailboxes;
    }

    @Override
    public void follow(NoticeKind kind, Collection<Delegation> changed, Actor actor) {
        boolean isAskedFor = actor.source() == AuditSource.WEBADMIN && kind != NoticeKind.RESUMED;
        followAll(kind, changed, isAskedFor);
    }

    @Override
    public void followKept(NoticeKind kind, Collection<Delegation> changed, Actor actor) {
        followAll(kind, changed, false);
    }

    private void followAll(NoticeKind kind, Collection<Delegation> changed, boolean isAskedFor) {
        if (changed.isEmpty()) {
            return;
        }
        Set<Username> replying = replies.accounts();
        for (Delegation delegation : changed) {
            if (delegation.autoReply().isPresent() || replying.contains(delegation.owner())) {
                follow(kind, delegation, isAskedFor);
            }
        }
    }

    private void follow(NoticeKind kind, Delegation delegation, boolean isAskedFor) {
        Optional<OwnVacation> wanted = kind.isEnd() ? Optional.empty() : OwnVacation.of(delegation);
        if (wanted.isEmpty()) {
            replySwitch.takeAwayAfterCommit(delegation);
            return;
        }
        if (mailboxes.find(delegation.owner()).isPresent()) {
            if (isAskedFor) {
                throw ofItsOwn(delegation.owner());
            }
            return;
        }
        try {
            replySwitch.set(delegation.owner(), Optional.of(delegation.delegate()), wanted.get());
        } catch (RequestRefusedException e) {
            if (isAskedFor) {
                throw e;
            }
            // Whoever did this did not ask for a reply: what the owner has now stays.
            LOGGER.info(
                    "The automatic reply of the delegation to {} is not set: {}",
                    delegation.delegate().asString(),
                    e.reason());
        }
    }

    private static RequestRefusedException ofItsOwn(Username owner) {
        return RequestRefusedException.conflict(
                String.format(
                        "%1$s is a shared mailbox: leave 'autoReply' out, and use PUT"
                                + " /shared-mailboxes/%1$s/auto-reply",
                        owner.asString()));
    }
}
