/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.autoreply;

import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.transaction.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets automatic replies follow an account that James renames: James leaves them behind. To be
 * called in the transaction in which the delegations follow, under the lock of both names; James is
 * asked after its commit, and no rename fails because it cannot answer.
 */
public final class RenamedReplies {
    private static final Logger LOGGER = LoggerFactory.getLogger(RenamedReplies.class);

    private final ReplySwitch replySwitch;
    private final SetReplies replies;
    private final Delegations delegations;
    private final SharedMailboxes mailboxes;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public RenamedReplies(
            ReplySwitch replySwitch,
            SetReplies replies,
            Delegations delegations,
            SharedMailboxes mailboxes,
            Transactions transactions,
            Clock clock) {
        this.replySwitch = replySwitch;
        this.replies = replies;
        this.delegations = delegations;
        this.mailboxes = mailboxes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Moves what was set for the account, unless its owner has switched it off since. */
    public void rename(Username from, Username to) {
        replies.find(from)
                .ifPresent(
                        reply -> {
                            replies.remove(from);
                            transactions.afterCommit(() -> move(reply, to));
                        });
    }

    /** Takes away what was set for an account whose new name keeps what it has of its own. */
    public void end(Username from) {
        replies.find(from).ifPresent(replySwitch::takeAwayAfterCommit);
    }

    /** Takes away what is part of a delegation that does not follow. */
    public void end(Delegation delegation) {
        replySwitch.takeAwayAfterCommit(delegation);
    }

    private void move(SetReply reply, Username to) {
        if (!replySwitch.restore(reply)) {
            return;
        }
        try {
            transactions.inTransaction(() -> setAnew(reply, to));
        } catch (RequestRefusedException e) {
            LOGGER.warn(
                    "The automatic reply of {} does not follow to {}: {}",
                    reply.account().asString(),
                    to.asString(),
                    e.reason());
        } catch (RuntimeException e) {
            LOGGER.error(
                    "The automatic reply of {} cannot follow to {}: set it again ({})",
                    reply.account().asString(),
                    to.asString(),
                    reply.delegate().isPresent()
                            ? "PUT the delegation, with its 'autoReply'"
                            : "PUT /shared-mailboxes/" + to.asString() + "/auto-reply",
                    e);
        }
    }

    /** Somebody may have changed or ended it since the commit. */
    private boolean setAnew(SetReply reply, Username to) {
        delegations.lockAndCount(to, clock.instant());
        Optional<OwnVacation> wanted =
                replies.find(to).isPresent()
                        ? Optional.empty()
                        : reply.delegate()
                                .map(delegate -> ofDelegation(to, delegate))
                                .orElseGet(() -> mailboxes.find(to).map(mailbox -> reply.set()));
        wanted.ifPresent(vacation -> replySwitch.set(to, reply.delegate(), vacation));
        return true;
    }

    private Optional<OwnVacation> ofDelegation(Username owner, Username delegate) {
        return delegations
                .find(owner, delegate)
                .filter(delegation -> !delegation.validity().hasEndedAt(clock.instant()))
                .flatMap(OwnVacation::of);
    }
}
