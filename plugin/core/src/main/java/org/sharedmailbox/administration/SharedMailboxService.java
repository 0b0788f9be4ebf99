/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.HeldDelegation;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.Quotas;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.transaction.Transactions;

/**
 * Creates, changes and deletes shared mailboxes: the only writer of {@link SharedMailboxes}. What
 * it refuses it refuses with a {@link RequestRefusedException}, and then nothing has changed, here
 * or in James. Safe for use by many threads: whoever writes waits for others who write to the same
 * mailbox or to its delegations.
 */
public class SharedMailboxService {
    private final SharedMailboxes mailboxes;
    private final Delegations delegations;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Quotas quotas;
    private final Clock clock;
    private final MailboxRules rules;
    private final Provisioning provisioning;

    @Inject
    public SharedMailboxService(
            SharedMailboxes mailboxes,
            SharedMailboxTypes types,
            Delegations delegations,
            DelegationChanges changes,
            AuditLog auditLog,
            Transactions transactions,
            Accounts accounts,
            Folders folders,
            Quotas quotas,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.delegations = delegations;
        this.changes = changes;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.accounts = accounts;
        this.quotas = quotas;
        this.clock = clock;
        this.rules = new MailboxRules(types, accounts);
        this.provisioning = new Provisioning(accounts, folders, quotas, transactions);
    }

    public Optional<SharedMailbox> find(Username address) {
        return mailboxes.find(address);
    }

    public MailboxQuota quotaOf(SharedMailbox mailbox) {
        return quotas.of(mailbox.address());
    }

    public int memberCountOf(SharedMailbox mailbox) {
        return delegations.ofOwner(mailbox.address()).size();
    }

    /**
     * Creates the mailbox, or changes what the request names of it.
     *
     * @return whether it was created
     */
    public boolean put(Username address, SharedMailboxRequest request, Actor actor) {
        rules.requireMeaningful(request);
        return transactions.inTransaction(
                () -> {
                    lock(address);
                    Optional<SharedMailbox> present = mailboxes.find(address);
                    if (present.isPresent()) {
                        change(present.get(), request, actor);
                    } else {
                        create(address, request, actor);
                    }
                    return present.isEmpty();
                });
    }

    /**
     * Removes the account and all delegations that it gave or held. Stored mail stays, as when
     * James deletes a user, unless it is to be deleted too. If James fails in the middle, the
     * mailbox is still there, without its account perhaps, and can be deleted again.
     */
    public void delete(Username address, boolean mailToo, Actor actor) {
        transactions.inTransaction(
                () -> {
                    lock(address);
                    // Under the lock: it may just have become an ordinary user again, or be gone.
                    if (mailboxes.find(address).isEmpty()) {
                        return false;
                    }
                    endDelegations(address, "mailbox deleted", actor);
                    mailboxes.remove(address);
                    record(
                            AuditAction.MAILBOX_DELETED,
                            address,
                            actor,
                            ImmutableMap.of("mail", mailToo ? "deleted" : "kept"));
                    provisioning.delete(address, mailToo);
                    announceSignIn(address);
                    return true;
                });
    }

    /**
     * Makes others wait who change what the account gave or holds. All owners at once, because that
     * is always in the same order: two who delegate to each other may be deleted at once.
     */
    private void lock(Username address) {
        Set<Username> owners = new HashSet<>(Set.of(address));
        delegations.ofDelegate(address).forEach(held -> owners.add(held.delegation().owner()));
        delegations.lockAll(owners);
    }

    private void create(Username address, SharedMailboxRequest request, Actor actor) {
        rules.requireFree(address);
        // Whoever had the address before: who comes after them inherits nothing.
        endDelegations(address, "left over from an earlier account", actor);
        SharedMailbox mailbox =
                SharedMailbox.at(address)
                        .displayName(
                                request.displayName()
                                        .orElseGet(() -> DisplayName.ofLocalPart(address)))
                        .type(request.type().orElse(SharedMailboxType.TEAM.name()))
                        .signIn(request.password().map(p -> SignIn.PASSWORD).orElse(SignIn.BLOCKED))
                        .sentCopies(request.sentCopies().orElse(SharedMailbox.DEFAULT_SENT_COPIES))
                        .createdAt(clock.instant())
                        .createdBy(actor.name())
                        .build();
        mailboxes.put(mailbox);
        record(
                AuditAction.MAILBOX_CREATED,
                address,
                actor,
                MailboxAuditDetails.of(mailbox, request));
        provisioning.create(mailbox, rules.requireDeclared(mailbox.type()), request);
        announceSignIn(address);
    }

    private void change(SharedMailbox present, SharedMailboxRequest request, Actor actor) {
        boolean hasAccount = accounts.exists(present.address());
        SharedMailbox.Builder wanted = present.toBuilder();
        request.displayName().ifPresent(wanted::displayName);
        request.type().ifPresent(wanted::type);
        request.sentCopies().ifPresent(wanted::sentCopies);
        if (request.password().isPresent()) {
            wanted.signIn(SignIn.PASSWORD);
        } else if (!hasAccount) {
            wanted.signIn(SignIn.BLOCKED);
        }
        SharedMailbox changed = wanted.build();
        if (!changed.equals(present) || request.concernsJames()) {
            mailboxes.put(changed);
            record(
                    AuditAction.MAILBOX_CHANGED,
                    changed.address(),
                    actor,
                    MailboxAuditDetails.of(changed, request));
        }
        provisioning.change(present, hasAccount, rules.requireDeclared(changed.type()), request);
        announce(delegations.ofOwner(changed.address()));
        if (changed.signIn() != present.signIn()) {
            announceSignIn(changed.address());
        }
    }

    private void endDelegations(Username address, String because, Actor actor) {
        List<Delegation> ended =
                Stream.concat(
                                delegations.ofOwner(address).stream(),
                                delegations.ofDelegate(address).stream()
                                        .map(HeldDelegation::delegation))
                        .collect(ImmutableList.toImmutableList());
        for (Delegation delegation : ended) {
            delegations.remove(delegation.owner(), delegation.delegate());
            auditLog.append(
                    AuditEntry.of(
                            clock.instant(),
                            actor,
                            AuditAction.DELEGATION_REVOKED,
                            delegation.owner(),
                            Optional.of(delegation.delegate()),
                            ImmutableMap.of("because", because)));
        }
        announce(ended);
    }

    private void announce(List<Delegation> changed) {
        changed.forEach(
                delegation ->
                        changes.announceAfterCommit(delegation.owner(), delegation.delegate()));
    }

    /** To the account itself. */
    private void announceSignIn(Username address) {
        changes.announceAfterCommit(address, address);
    }

    private void record(
            AuditAction action, Username address, Actor actor, Map<String, String> details) {
        auditLog.append(
                AuditEntry.of(clock.instant(), actor, action, address, Optional.empty(), details));
    }
}
