/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
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
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.policy.Decision;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * The rules that are checked before a delegation is granted; each refuses with a reason.
 * Thread-safe.
 */
public final class GrantRules {
    private final SharedMailboxTypes types;
    private final Function<Username, DelegationPolicy> policyOf;
    private final Predicate<Username> isAccount;
    private final BiPredicate<Username, FolderName> isFolder;

    @Inject
    public GrantRules(
            SharedMailboxTypes types,
            DelegationPolicies policies,
            Accounts accounts,
            Folders folders) {
        this(types, policies::policyOf, accounts::exists, folders::exists);
    }

    private GrantRules(
            SharedMailboxTypes types,
            Function<Username, DelegationPolicy> policyOf,
            Predicate<Username> isAccount,
            BiPredicate<Username, FolderName> isFolder) {
        this.types = types;
        this.policyOf = policyOf;
        this.isAccount = isAccount;
        this.isFolder = isFolder;
    }

    /**
     * Returns the same rules with a memory, so that they look everything up only once. For one
     * transaction, and one thread.
     */
    GrantRules memoized() {
        Map<Optional<Domain>, DelegationPolicy> policies = new HashMap<>();
        Map<Username, Boolean> accounts = new HashMap<>();
        Map<List<Object>, Boolean> folders = new HashMap<>();
        return new GrantRules(
                types,
                owner ->
                        policies.computeIfAbsent(
                                owner.getDomainPart(), any -> policyOf.apply(owner)),
                address -> accounts.computeIfAbsent(address, isAccount::test),
                (owner, folder) ->
                        folders.computeIfAbsent(
                                List.of(owner, folder), any -> isFolder.test(owner, folder)));
    }

    /** Rule: the account exists. */
    void requireAccount(Username address) {
        if (!isAccount.test(address)) {
            throw RequestRefusedException.notFound(
                    "There is no user or shared mailbox " + address.asString());
        }
    }

    /**
     * Returns the delegation to store for these terms, if all rules permit it.
     *
     * @return empty if the present delegation already has these terms
     */
    Optional<Delegation> grant(GrantContext context, DelegationTerms terms, Actor actor) {
        requireAccount(context.owner());
        requireAccount(context.delegate());
        Delegation wanted = context.wanted(rights(terms, context.mailbox()), terms, actor);
        if (context.hasTermsOf(wanted)) {
            return Optional.empty();
        }
        requireFolders(wanted);
        requirePermitted(wanted, context);
        return Optional.of(wanted);
    }

    /** Returns the rights that the terms name, or else the default rights of the mailbox's type. */
    private ImmutableSet<DelegationRight> rights(
            DelegationTerms terms, Optional<SharedMailbox> mailbox) {
        return terms.rights().isEmpty()
                ? mailbox.flatMap(shared -> types.find(shared.type()))
                        .map(SharedMailboxType::defaultRights)
                        .orElse(ImmutableSet.of())
                : terms.rights();
    }

    /**
     * Returns the scope without the folders that were granted before and have been deleted since;
     * the scope as it is if none would be left.
     */
    FolderScope withoutDeleted(FolderScope scope, Delegation present) {
        ImmutableSet<FolderName> grantedBefore =
                present.folders().folders().orElseGet(ImmutableSet::of);
        ImmutableSet<FolderName> left =
                scope.folders().stream()
                        .flatMap(ImmutableSet::stream)
                        .filter(
                                folder ->
                                        !grantedBefore.contains(folder)
                                                || isFolder.test(present.owner(), folder))
                        .collect(ImmutableSet.toImmutableSet());
        return left.isEmpty() ? scope : FolderScope.of(left);
    }

    /** Returns the IMAP rights that those of the rights give which the owner's policy permits. */
    ImapRights effective(Username owner, ImmutableSet<DelegationRight> rights) {
        return ImapRights.givenBy(Sets.intersection(rights, policyOf.apply(owner).allowedRights()));
    }

    /** Rule: every folder that is named exists. */
    private void requireFolders(Delegation wanted) {
        Optional<FolderName> missing =
                wanted.folders().folders().stream()
                        .flatMap(ImmutableSet::stream)
                        .filter(folder -> !isFolder.test(wanted.owner(), folder))
                        .findFirst();
        if (missing.isPresent()) {
            throw RequestRefusedException.invalid(
                    "folders",
                    String.format(
                            "%s has no folder '%s'", wanted.owner().asString(), missing.get()));
        }
    }

    /** Rule: the policy of the owner's domain and the type of the mailbox permit the delegation. */
    private void requirePermitted(Delegation wanted, GrantContext context) {
        Username owner = wanted.owner();
        DelegationPolicy policy = policyOf.apply(owner);
        policy.permitsDelegation(owner, context.mailbox().isPresent())
                .and(() -> policy.permitsRights(owner, wanted.rights()))
                .and(() -> permittedByType(context.mailbox(), wanted.rights()))
                .and(() -> policy.permitsDelegate(owner, wanted.delegate()))
                .and(() -> policy.permitsDuration(owner, wanted.validity(), context.now()))
                .and(
                        () ->
                                context.countsDelegate()
                                        ? Decision.permitted()
                                        : policy.permitsAnotherMember(owner, context.members()))
                .reason()
                .ifPresent(
                        reason -> {
                            throw RequestRefusedException.policy(reason);
                        });
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
