/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * Answers, at every command, what a delegate may do in a mailbox. Deny is the default: whatever is
 * not found, not begun, over, suspended or of an unknown type gives nothing. Every method throws
 * {@link org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe; may block for a query.
 */
public class AccessResolver {
    private final Delegations delegations;
    private final SharedMailboxes mailboxes;
    private final SharedMailboxTypes types;
    private final DelegationPolicies policies;
    private final Clock clock;

    @Inject
    public AccessResolver(
            Delegations delegations,
            SharedMailboxes mailboxes,
            SharedMailboxTypes types,
            DelegationPolicies policies,
            Clock clock) {
        this.delegations = delegations;
        this.mailboxes = mailboxes;
        this.types = types;
        this.policies = policies;
        this.clock = clock;
    }

    /** Reads what the delegate was granted, to be asked for any owner with {@link #access}. */
    public HeldDelegations heldBy(Username delegate) {
        return HeldDelegations.of(delegate, delegations.ofDelegate(delegate));
    }

    /** Returns what the delegate may do in the owner's mailbox now; never null. */
    public Access access(Username owner, Username delegate) {
        return access(owner, heldBy(delegate));
    }

    /** Returns the same for what was read before. */
    public Access access(Username owner, HeldDelegations held) {
        return held.of(owner)
                .map(this::resolve)
                .orElseGet(() -> Access.none(owner, held.delegate()));
    }

    /** Returns all mailboxes on which the delegate holds any right now, by owner's address. */
    public List<Access> allOf(Username delegate) {
        return heldBy(delegate).delegations().stream()
                .map(this::resolve)
                .filter(access -> !access.rights().isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    /** Where the delegation stands now, policy included. */
    public DelegationState stateOf(Delegation delegation) {
        DelegationState state = delegation.stateAt(clock.instant());
        boolean suspended =
                state == DelegationState.ACTIVE
                        && !policyFor(delegation)
                                .permitsDelegation(
                                        delegation.owner(),
                                        mailboxes.find(delegation.owner()).isPresent())
                                .isPermitted();
        return suspended ? DelegationState.SUSPENDED : state;
    }

    private Access resolve(HeldDelegation held) {
        Delegation delegation = held.delegation();
        boolean shared = held.mailboxType().isPresent();
        DelegationPolicy policy = policyFor(delegation);
        boolean holds =
                delegation.stateAt(clock.instant()) == DelegationState.ACTIVE
                        && policy.permitsDelegation(delegation.owner(), shared).isPermitted();
        if (!holds) {
            return Access.none(delegation.owner(), delegation.delegate());
        }
        if (!shared) {
            return access(delegation, policy, right -> true, ImapRights.ALL);
        }
        return held.mailboxType()
                .flatMap(types::find)
                .map(type -> access(delegation, policy, type::permits, type.cap()))
                // A type that the configuration file no longer declares: which side is safe?
                .orElseGet(() -> Access.none(delegation.owner(), delegation.delegate()));
    }

    private static Access access(
            Delegation delegation,
            DelegationPolicy policy,
            Predicate<DelegationRight> permittedByType,
            ImapRights cap) {
        return Access.of(
                delegation,
                delegation.rights().stream()
                        .filter(policy.allowedRights()::contains)
                        .filter(permittedByType)
                        .collect(Sets.toImmutableEnumSet()),
                cap);
    }

    private DelegationPolicy policyFor(Delegation delegation) {
        return policies.policyOf(delegation.owner());
    }
}
