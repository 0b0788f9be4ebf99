/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.policy.Decision;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * The rules that are checked before a delegation is granted; each refuses with a reason.
 * Thread-safe.
 */
public final class GrantRules {
    private static final String ACCESS = "access";

    private final SharedMailboxTypes types;
    private final Function<Username, DelegationPolicy> policyOf;
    private final AccountRules accounts;
    private final FolderBinding folders;

    @Inject
    public GrantRules(
            SharedMailboxTypes types,
            DelegationPolicies policies,
            Accounts accounts,
            SharedMailboxes mailboxes,
            Folders folders) {
        this(
                types,
                policies::policyOf,
                new AccountRules(accounts, mailboxes),
                new FolderBinding(folders));
    }

    private GrantRules(
            SharedMailboxTypes types,
            Function<Username, DelegationPolicy> policyOf,
            AccountRules accounts,
            FolderBinding folders) {
        this.types = types;
        this.policyOf = policyOf;
        this.accounts = accounts;
        this.folders = folders;
    }

    /**
     * Returns the same rules with a memory, so that they look everything up only once. For one
     * transaction, and one thread.
     *
     * @param accounts what is known already of {@linkplain AccountRules#lookUp accounts}
     */
    GrantRules memoized(Map<Username, Boolean> accounts) {
        Map<Optional<Domain>, DelegationPolicy> policies = new HashMap<>();
        return new GrantRules(
                types,
                owner ->
                        policies.computeIfAbsent(
                                owner.getDomainPart(), any -> policyOf.apply(owner)),
                this.accounts.memoized(accounts),
                folders.memoized());
    }

    /** Returns the rules about the accounts of a delegation. */
    AccountRules accounts() {
        return accounts;
    }

    /**
     * Returns the delegation to store for these terms, if all rules permit it.
     *
     * @return empty if the present delegation already has these terms
     */
    Optional<Delegation> grant(GrantContext context, DelegationTerms terms, Actor actor) {
        accounts.requireAccountNotAlias(AccountRules.OWNER, context.owner());
        accounts.requireAccountNotAlias(AccountRules.DELEGATE, context.delegate());
        Set<DelegationRight> rights = rights(terms, context.mailbox());
        RequestedAccess access =
                terms.access().orElseGet(() -> RequestedAccess.inShort(rights, terms.folders()));
        requireSomething(rights, access);
        Delegation wanted =
                context.wanted(
                        Sets.filter(rights, DelegationRight::isForSending),
                        folders.bind(context.owner(), access, terms),
                        terms,
                        actor);
        if (context.hasTermsOf(wanted)) {
            return Optional.empty();
        }
        accounts.requireUsable(context);
        DelegationPolicy policy = policyOf.apply(context.owner());
        Decision asNew =
                context.isLessenedTo(wanted)
                        ? Decision.permitted()
                        : permitsNew(policy, wanted, context);
        require(
                asNew.and(() -> policy.permitsRights(context.owner(), rights))
                        .and(() -> policy.permitsLetters(context.owner(), access.letters()))
                        .and(() -> permittedByType(context.mailbox(), rights)));
        return Optional.of(wanted);
    }

    /**
     * Refuses to let a delegate have more than before, or begin to be one, if the policy of the
     * owner's domain does not permit delegates like that.
     */
    void requireGivable(GrantContext context, Delegation wanted) {
        accounts.requireAccount(AccountRules.OWNER, context.owner());
        accounts.requireAccount(AccountRules.DELEGATE, context.delegate());
        accounts.requireUsable(context);
        DelegationPolicy policy = policyOf.apply(context.owner());
        require(permitsNew(policy, wanted, context));
    }

    /** Returns the rights that the terms name, or else the default rights of the mailbox's type. */
    private ImmutableSet<DelegationRight> rights(
            DelegationTerms terms, Optional<SharedMailbox> mailbox) {
        return terms.rights().isEmpty() && terms.access().isEmpty()
                ? mailbox.flatMap(shared -> types.find(shared.type()))
                        .map(SharedMailboxType::defaultRights)
                        .orElse(ImmutableSet.of())
                : terms.rights();
    }

    /** Rule: a delegation gives something, so that nobody believes they hold what they do not. */
    private static void requireSomething(Set<DelegationRight> rights, RequestedAccess access) {
        if (rights.isEmpty() && !access.entries().isEmpty() && access.letters().isEmpty()) {
            throw RequestRefusedException.invalid(
                    ACCESS,
                    "'access' gives no rights in any folder, and 'rights' names no right to send;"
                            + " to end a delegation, DELETE it");
        }
    }

    private static void require(Decision decision) {
        decision.reason()
                .ifPresent(
                        reason -> {
                            throw RequestRefusedException.policy(reason);
                        });
    }

    /** The rules about what gives something new; they let pass what only lessens a delegation. */
    private static Decision permitsNew(
            DelegationPolicy policy, Delegation wanted, GrantContext context) {
        Username owner = wanted.owner();
        return policy.permitsDelegation(owner, context.mailbox().isPresent())
                .and(() -> policy.permitsDelegate(owner, wanted.delegate()))
                .and(() -> policy.permitsDuration(owner, wanted.validity(), context.now()))
                .and(() -> permitsAnother(policy, context));
    }

    private static Decision permitsAnother(DelegationPolicy policy, GrantContext context) {
        return context.countsDelegate()
                ? Decision.permitted()
                : policy.permitsAnotherMember(context.owner(), context.members());
    }

    /** Rule: a right that would have no effect is refused, so that nobody believes they hold it. */
    private Decision permittedByType(Optional<SharedMailbox> mailbox, Set<DelegationRight> rights) {
        if (mailbox.isEmpty()) {
            return Decision.permitted();
        }
        String address = mailbox.get().address().asString();
        Optional<SharedMailboxType> type = types.find(mailbox.get().type());
        if (type.isEmpty()) {
            return Decision.refused(
                    "%s is of the type '%s', which is no longer declared: it gives no rights",
                    address, mailbox.get().type());
        }
        Set<DelegationRight> refused = Sets.filter(rights, right -> !type.get().permits(right));
        return refused.isEmpty()
                ? Decision.permitted()
                : Decision.refused(
                        "%s is of the type '%s', from whose mailboxes nobody can send: leave out %s",
                        address, type.get().name(), DelegationRight.names(refused));
    }
}
