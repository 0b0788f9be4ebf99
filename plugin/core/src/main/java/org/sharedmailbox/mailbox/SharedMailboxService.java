/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

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
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.transaction.Transactions;

/**
 * Creates, changes and deletes shared mailboxes: the only writer of {@link SharedMailboxes}. What
 * it refuses it refuses with a {@link RequestRefusedException}, and then nothing has changed. Safe
 * for use by many threads.
 */
public class SharedMailboxService {
    private final SharedMailboxes mailboxes;
    private final SharedMailboxTypes types;
    private final Delegations delegations;
    private final DelegationChanges changes;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Folders folders;
    private final Quotas quotas;
    private final Clock clock;

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
        this.types = types;
        this.delegations = delegations;
        this.changes = changes;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.accounts = accounts;
        this.folders = folders;
        this.quotas = quotas;
        this.clock = clock;
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
        request.type().ifPresent(this::requireDeclared);
        return transactions.inTransaction(
                () -> {
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
     * Removes the account and its delegations. Stored mail stays, as when James deletes a user,
     * unless it is to be deleted too.
     */
    public void delete(Username address, boolean mailToo, Actor actor) {
        transactions.inTransaction(
                () -> {
                    if (mailboxes.find(address).isEmpty()) {
                        return false;
                    }
                    for (Delegation ended : delegations.ofOwner(address)) {
                        changes.announceAfterCommit(ended.owner(), ended.delegate());
                    }
                    mailboxes.remove(address);
                    record(
                            AuditAction.MAILBOX_DELETED,
                            address,
                            actor,
                            ImmutableMap.of("mail", mailToo ? "deleted" : "kept"));
                    if (mailToo) {
                        folders.deleteAll(address);
                    }
                    accounts.remove(address);
                    return true;
                });
    }

    private void create(Username address, SharedMailboxRequest request, Actor actor) {
        requireFree(address);
        SharedMailbox mailbox =
                SharedMailbox.at(address)
                        .displayName(
                                request.displayName()
                                        .orElseGet(() -> DisplayName.of(address.getLocalPart())))
                        .type(request.type().orElse(SharedMailboxType.TEAM.name()))
                        .signIn(request.password().map(p -> SignIn.PASSWORD).orElse(SignIn.BLOCKED))
                        .sentCopies(
                                request.sentCopies().orElse(SharedMailbox.SENT_COPIES_UNLESS_TOLD))
                        .createdAt(clock.instant())
                        .createdBy(actor.name())
                        .build();
        mailboxes.put(mailbox);
        record(AuditAction.MAILBOX_CREATED, address, actor, factsOf(mailbox));
        accounts.create(address, request.password());
        try {
            folders.ensure(address, requireDeclared(mailbox.type()).folders());
            request.quota().ifPresent(quota -> quotas.set(address, quota));
        } catch (RuntimeException e) {
            // Our rows are undone by the transaction; the account is James's and ours to undo.
            accounts.remove(address);
            throw e;
        }
    }

    private void change(SharedMailbox present, SharedMailboxRequest request, Actor actor) {
        SharedMailbox.Builder wanted = present.toBuilder();
        request.displayName().ifPresent(wanted::displayName);
        request.type().ifPresent(wanted::type);
        request.sentCopies().ifPresent(wanted::sentCopies);
        request.password().ifPresent(password -> wanted.signIn(SignIn.PASSWORD));
        SharedMailbox changed = wanted.build();
        mailboxes.put(changed);
        record(AuditAction.MAILBOX_CHANGED, changed.address(), actor, factsOf(changed));
        if (!accounts.exists(changed.address())) {
            accounts.create(changed.address(), request.password());
        } else {
            request.password()
                    .ifPresent(password -> accounts.setPassword(changed.address(), password));
        }
        folders.ensure(changed.address(), requireDeclared(changed.type()).folders());
        request.quota().ifPresent(quota -> quotas.set(changed.address(), quota));
        delegations
                .ofOwner(changed.address())
                .forEach(
                        delegation ->
                                changes.announceAfterCommit(
                                        delegation.owner(), delegation.delegate()));
    }

    private void requireFree(Username address) {
        if (!accounts.servesDomainOf(address)) {
            throw RequestRefusedException.notFound(
                    String.format(
                            "%s is not a domain of this server; create it first (PUT /domains/%s)",
                            domainOf(address), domainOf(address)));
        }
        if (accounts.exists(address)) {
            throw RequestRefusedException.conflict(
                    address.asString()
                            + " is a user; choose another address, or convert the user"
                            + " (POST /shared-mailboxes/"
                            + address.asString()
                            + "?action=convert)");
        }
        accounts.rewritingOf(address)
                .ifPresent(
                        use -> {
                            throw RequestRefusedException.conflict(
                                    String.format(
                                            "%s is %s; remove it first, or choose another address",
                                            address.asString(), use));
                        });
    }

    private SharedMailboxType requireDeclared(SharedMailboxTypeName name) {
        return types.find(name)
                .orElseThrow(
                        () ->
                                RequestRefusedException.invalid(
                                        "type",
                                        String.format(
                                                "'type' is '%s', which is not declared; the types"
                                                        + " are %s",
                                                name, types.names())));
    }

    private void record(
            AuditAction action, Username address, Actor actor, Map<String, String> details) {
        auditLog.append(
                AuditEntry.of(clock.instant(), actor, action, address, Optional.empty(), details));
    }

    private static Map<String, String> factsOf(SharedMailbox mailbox) {
        return ImmutableMap.of(
                "displayName", mailbox.displayName().asString(),
                "type", mailbox.type().asString(),
                "signIn", mailbox.signIn().wireName(),
                "sentCopies", mailbox.sentCopies().toString());
    }

    private static String domainOf(Username address) {
        return address.getDomainPart().map(domain -> domain.asString()).orElse("");
    }
}
