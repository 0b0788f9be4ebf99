/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.AccountEnds;
import org.sharedmailbox.mailbox.AccountPresence;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * Decides, at every command, what a delegate may do in a mailbox. Access is denied by default: a
 * delegation that is not found, not yet active, expired, suspended, or on a mailbox of an unknown
 * type gives nothing. Every method throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe; may block for a query.
 */
@Singleton
public class AccessResolver {
    private final LongAdder decisions = new LongAdder();
    private final Delegations delegations;
    private final SharedMailboxes mailboxes;
    private final SharedMailboxTypes types;
    private final DelegationPolicies policies;
    private final AccountPresence accounts;
    private final AccountEnds ends;
    private final Clock clock;

    @Inject
    public AccessResolver(
            Delegations delegations,
            SharedMailboxes mailboxes,
            SharedMailboxTypes types,
            DelegationPolicies policies,
            AccountPresence accounts,
            AccountEnds ends,
            Clock clock) {
        this.delegations = delegations;
        this.mailboxes = mailboxes;
        this.types = types;
        this.policies = policies;
        this.accounts = accounts;
        this.ends = ends;
        this.clock = clock;
    }

    /**
     * Reads the delegations that the delegate holds, to be passed to {@link #access} for any owner.
     * An account that is gone holds none.
     */
    public HeldDelegations heldBy(Username delegate) {
        List<HeldDelegation> held = delegations.ofDelegate(delegate);
        return HeldDelegations.of(
                delegate, held.isEmpty() || accounts.isPresent(delegate) ? held : List.of());
    }

    /**
     * Reads the same for a session. One that began before the account was found to be gone holds
     * nothing, whatever an account that has been made since is given.
     */
    public HeldDelegations heldBy(SignedInUser user) {
        HeldDelegations held = heldBy(user.name());
        return held.belongToAnotherAccountThan(user)
                ? HeldDelegations.of(user.name(), List.of())
                : held;
    }

    /** Decides whether the account is still the one that the user signed in to. */
    public boolean isCurrent(SignedInUser user) {
        return accounts.isPresent(user.name()) && !ends.endedSince(user.name(), user.since());
    }

    /** Returns what the delegate may do in the owner's mailbox now; never null. */
    public Access access(Username owner, Username delegate) {
        return access(owner, heldBy(delegate));
    }

    /** Returns what the delegate may do there now, by delegations that were read before. */
    public Access access(Username owner, HeldDelegations held) {
        decisions.increment();
        return held.of(owner)
                .map(this::resolve)
                .orElseGet(() -> Access.none(owner, held.delegate()));
    }

    /** Returns how often somebody's access has been looked up since the process started. */
    public long decisions() {
        return decisions.sum();
    }

    /**
     * Returns the access to all mailboxes on which the delegate holds any right now, in the order
     * of the owners' addresses.
     */
    public List<Access> allOf(Username delegate) {
        return allOf(heldBy(delegate));
    }

    /** Returns the same by delegations that were read before. */
    public List<Access> allOf(HeldDelegations held) {
        return held.delegations().stream()
                .map(this::resolve)
                .filter(access -> !access.isNothing())
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the present state of the delegation, with the policy taken into account. */
    public DelegationState stateOf(Delegation delegation) {
        boolean shared = mailboxes.find(delegation.owner()).isPresent();
        return delegation
                .stateAt(clock.instant())
                .underPolicy(
                        policyFor(delegation)
                                .permitsDelegation(delegation.owner(), shared)
                                .isPermitted());
    }

    /** Returns which letters have an effect in the owner's mailbox. */
    public LetterLimits limitsOf(Username owner) {
        Optional<SharedMailbox> mailbox = mailboxes.find(owner);
        return LetterLimits.of(
                owner,
                policies.policyOf(owner),
                mailbox,
                mailbox.flatMap(shared -> types.find(shared.type())));
    }

    private Access resolve(HeldDelegation held) {
        Delegation delegation = held.delegation();
        boolean shared = held.mailboxType().isPresent();
        DelegationPolicy policy = policyFor(delegation);
        boolean holds =
                delegation.stateAt(clock.instant()) == DelegationState.ACTIVE
                        && policy.permitsDelegation(delegation.owner(), shared).isPermitted()
                        && accounts.isPresent(delegation.owner());
        if (!holds) {
            return Access.none(delegation.owner(), delegation.delegate());
        }
        if (!shared) {
            return access(delegation, policy, right -> true, ImapRights.ALL);
        }
        return held.mailboxType()
                .flatMap(types::find)
                .map(type -> access(delegation, policy, type::permits, type.cap()))
                // A type that the configuration file no longer declares gives nothing, to be on the
                // safe side.
                .orElseGet(() -> Access.none(delegation.owner(), delegation.delegate()));
    }

    private static Access access(
            Delegation delegation,
            DelegationPolicy policy,
            Predicate<DelegationRight> permittedByType,
            ImapRights cap) {
        return Access.of(
                delegation,
                sendRights(delegation, policy, permittedByType),
                cap.cappedBy(policy.allowedLetters()));
    }

    /** Mostly all of them, which are not copied then: this is asked at every command. */
    private static ImmutableSet<DelegationRight> sendRights(
            Delegation delegation,
            DelegationPolicy policy,
            Predicate<DelegationRight> permittedByType) {
        ImmutableSet<DelegationRight> granted = delegation.sendRights();
        Predicate<DelegationRight> inEffect =
                right -> policy.allowedRights().contains(right) && permittedByType.test(right);
        for (DelegationRight right : granted) {
            if (!inEffect.test(right)) {
                return granted.stream().filter(inEffect).collect(Sets.toImmutableEnumSet());
            }
        }
        return granted;
    }

    private DelegationPolicy policyFor(Delegation delegation) {
        return policies.policyOf(delegation.owner());
    }
}
