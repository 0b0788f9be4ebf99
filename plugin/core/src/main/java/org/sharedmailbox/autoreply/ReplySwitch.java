/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.autoreply;

import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.transaction.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets an account's automatic reply and takes it away again. To be used in a transaction and under
 * the lock of the owner: if the transaction is not committed, James has again what it had before.
 * Thread-safe.
 */
public final class ReplySwitch {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReplySwitch.class);

    private final Vacations vacations;
    private final SetReplies replies;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public ReplySwitch(
            Vacations vacations, SetReplies replies, Transactions transactions, Clock clock) {
        this.vacations = vacations;
        this.replies = replies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Sets the reply.
     *
     * @throws RequestRefusedException ({@code CONFLICT}) if the account has one in use that is not
     *     ours, or if this James has none at all
     */
    void set(Username account, Optional<Username> delegate, OwnVacation wanted) {
        if (!vacations.areOffered()) {
            throw RequestRefusedException.conflict(
                    "This James has no vacation notices, which 'autoReply' needs; leave it out");
        }
        Optional<SetReply> present = replies.find(account);
        OwnVacation now = vacations.of(account);
        boolean isOurs = present.filter(reply -> reply.set().isSameAs(now)).isPresent();
        present.filter(reply -> isOurs && !reply.delegate().equals(delegate))
                .ifPresent(
                        other -> {
                            throw RequestRefusedException.conflict(inUse(other));
                        });
        if (!isOurs && now.isInUse(clock.instant())) {
            throw RequestRefusedException.conflict(
                    String.format(
                            "%1$s has a vacation notice of their own, which is not replaced; leave"
                                    + " 'autoReply' out, or switch that one off first (GET"
                                    + " /vacation/%1$s)",
                            account.asString()));
        }
        if (!isOurs || !wanted.isSameAs(now)) {
            change(account, now, wanted);
        }
        OwnVacation before = isOurs ? present.map(SetReply::before).orElse(now) : now;
        replies.put(SetReply.of(account, delegate, wanted, before));
    }

    private static String inUse(SetReply other) {
        return String.format(
                "%s has an automatic reply %s already; end that one first",
                other.account().asString(),
                other.delegate().map(setFor -> "for " + setFor.asString()).orElse("of its own"));
    }

    /** Takes the reply away; leaves what the owner has made of it meanwhile. */
    void takeAway(SetReply reply) {
        if (isInPlace(reply)) {
            change(reply.account(), reply.set(), reply.before());
        }
        replies.remove(reply.account());
    }

    /**
     * Takes the reply away once the change is committed that ends it. Nobody keeps their access
     * because James cannot do that: it is logged then.
     */
    void takeAwayAfterCommit(SetReply reply) {
        replies.remove(reply.account());
        transactions.afterCommit(() -> restore(reply));
    }

    /** Takes away the reply that is part of a delegation, if there is one, as another. */
    void takeAwayAfterCommit(Delegation delegation) {
        replies.find(delegation.owner())
                .filter(reply -> reply.delegate().equals(Optional.of(delegation.delegate())))
                .ifPresent(this::takeAwayAfterCommit);
    }

    /**
     * Lets James have again what was there before, if it still has what was set. That it cannot is
     * logged.
     *
     * @return whether it still had that
     */
    boolean restore(SetReply reply) {
        try {
            boolean isInPlace = isInPlace(reply);
            if (isInPlace) {
                vacations.put(reply.account(), reply.before());
            }
            return isInPlace;
        } catch (RuntimeException e) {
            LOGGER.error(
                    "The automatic reply of {} cannot be taken away; switch it off"
                            + " (DELETE /vacation/{})",
                    reply.account().asString(),
                    reply.account().asString(),
                    e);
            return false;
        }
    }

    /** Returns whether James still has what was set. */
    boolean isInPlace(SetReply reply) {
        return vacations.areOffered() && reply.set().isSameAs(vacations.of(reply.account()));
    }

    private void change(Username account, OwnVacation now, OwnVacation wanted) {
        transactions.afterRollback(() -> vacations.put(account, now));
        vacations.put(account, wanted);
    }
}
