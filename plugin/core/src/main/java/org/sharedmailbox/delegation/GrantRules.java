/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
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
import org.sharedmailbox.policy.Decision;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * What is checked before something is granted; each rule refuses with a reason. Safe for use by
 * many threads.
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

    /** The same rules, which ask everything only once: for one transaction, and one thread. */
    GrantRules remembering() {
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

    /** Rule: there is such an account. */
    void requireAccount(Username address) {
        if (!isAccount.test(address)) {
            throw RequestRefusedException.notFound(
                    "There is no user or shared mailbox " + address.asString());
        }
    }

    /** What a new member of that mailbox holds if nothing else is said; empty if nothing does. */
    ImmutableSet<DelegationRight> defaultRights(Optional<SharedMailbox> mailbox) {
        return mailbox.flatMap(one -> types.find(one.type()))
                .map(SharedMailboxType::defaultRights)
                .orElse(ImmutableSet.of());
    }

    /** The delegation that the terms ask for, with the history of the one that is there. */
    Delegation wanted(
            Username owner,
            Username delegate,
            DelegationTerms terms,
            Actor actor,
            Optional<SharedMailbox> mailbox,
            Optional<Delegation> present,
            Instant now) {
        ImmutableSet<DelegationRight> rights =
                terms.rights().isEmpty() ? defaultRights(mailbox) : terms.rights();
        try {
            return Delegation.between(owner, delegate)
                    .rights(rights)
                    .folders(terms.folders())
                    .validity(terms.validity())
                    .subscribe(terms.subscribe())
                    .note(terms.note())
                    .grantedBy(present.map(Delegation::grantedBy).orElse(actor.name()))
                    .grantedAt(present.map(Delegation::grantedAt).orElse(now))
                    .changedAt(now)
                    .build();
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid(
                    faultyField(rights, owner.equals(delegate)), String.valueOf(e.getMessage()));
        }
    }

    private static String faultyField(ImmutableSet<DelegationRight> rights, boolean ownMailbox) {
        if (rights.isEmpty()) {
            return "rights";
        }
        return ownMailbox ? "delegate" : "note";
    }

    /** Rule: every folder that is named is there. */
    void requireFolders(Delegation wanted) {
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

    /**
     * Rule: the policy of the owner's domain, and the mailbox's type, permit it.
     *
     * @param members how many the mailbox has, if this is another one; empty if it is not
     */
    void requirePermitted(
            Delegation wanted,
            Optional<SharedMailbox> mailbox,
            Optional<Integer> members,
            Instant now) {
        Username owner = wanted.owner();
        DelegationPolicy policy = policyOf.apply(owner);
        policy.permitsDelegation(owner, mailbox.isPresent())
                .and(() -> policy.permitsRights(owner, wanted.rights()))
                .and(() -> permittedByType(mailbox, wanted.rights()))
                .and(() -> policy.permitsDelegate(owner, wanted.delegate()))
                .and(() -> policy.permitsDuration(owner, wanted.validity(), now))
                .and(
                        () ->
                                members.map(n -> policy.permitsAnotherMember(owner, n))
                                        .orElse(Decision.permitted()))
                .reason()
                .ifPresent(
                        reason -> {
                            throw RequestRefusedException.policy(reason);
                        });
    }

    /** A right that would have no effect is refused, so that nobody believes to hold it. */
    private Decision permittedByType(Optional<SharedMailbox> mailbox, Set<DelegationRight> rights) {
        if (mailbox.isEmpty()) {
            return Decision.permitted();
        }
        String address = mailbox.get().address().asString();
        Optional<SharedMailboxType> type = types.find(mailbox.get().type());
        if (type.isEmpty()) {
            return Decision.refused(
                    "%s is of the type '%s', which is not declared any more: it gives no rights",
                    address, mailbox.get().type());
        }
        Set<DelegationRight> refused = Sets.filter(rights, right -> !type.get().permits(right));
        return refused.isEmpty()
                ? Decision.permitted()
                : Decision.refused(
                        "%s is of the type '%s', whose mailboxes nobody sends from: leave out %s",
                        address, type.get().name(), DelegationRight.names(refused));
    }
}
