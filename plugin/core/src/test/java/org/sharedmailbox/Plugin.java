/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static org.sharedmailbox.People.NOON;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Username;
import org.sharedmailbox.acl.AclService;
import org.sharedmailbox.administration.AccountEndService;
import org.sharedmailbox.administration.AccountRenameService;
import org.sharedmailbox.administration.DelegationPolicyService;
import org.sharedmailbox.administration.MailboxConversionService;
import org.sharedmailbox.administration.OutsidePasswordService;
import org.sharedmailbox.administration.ReconciliationService;
import org.sharedmailbox.administration.SharedMailboxService;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.audit.RepeatedChanges;
import org.sharedmailbox.autoreply.DelegationReplies;
import org.sharedmailbox.autoreply.MailboxReplies;
import org.sharedmailbox.autoreply.RenamedReplies;
import org.sharedmailbox.autoreply.ReplySwitch;
import org.sharedmailbox.autoreply.Vacations;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.BulkGrantService;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.DelegationService;
import org.sharedmailbox.delegation.EntryBinding;
import org.sharedmailbox.delegation.ExpiryService;
import org.sharedmailbox.delegation.GrantRules;
import org.sharedmailbox.delegation.ScopedDelegations;
import org.sharedmailbox.delegation.SuspensionService;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.Quotas;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.notice.NoticeLimits;
import org.sharedmailbox.notice.RecordedNotices;
import org.sharedmailbox.sidedoor.Leftover;
import org.sharedmailbox.sidedoor.Leftovers;
import org.sharedmailbox.store.JdbcStores;

/** The services on given stores and a given James, wired as the Guice module wires them. */
public final class Plugin {
    public final MovableClock clock = MovableClock.at(NOON);
    public final SharedMailboxTypes types =
            SharedMailboxTypes.of(List.of(SharedMailboxType.TEAM, SharedMailboxType.ARCHIVE));
    public final DelegationChanges changes;

    /** Users whose connections were to be closed. */
    public final Set<Username> disconnected = ConcurrentHashMap.newKeySet();

    public final DelegationService delegations;
    public final BulkGrantService bulk;
    public final SuspensionService suspensions;
    public final ExpiryService expiry;
    public final SharedMailboxService mailboxes;
    public final MailboxConversionService conversions;
    public final DelegationPolicyService policies;
    public final AccessResolver access;
    public final AclService accessControl;
    public final AccountEndService accountEnds;
    public final AccountRenameService accountRenames;
    public final SignInChanges signIns;
    public final OutsidePasswordService outsidePasswords;
    public final ReconciliationService reconciliation;
    public final MailboxReplies replies;

    public Plugin(JdbcStores stores, JamesInMemory james) {
        this(
                stores,
                james.accounts(),
                james.folders(),
                james.quotas(),
                james.sideDoors.leftovers(),
                james.sideDoors.vacationNotices());
    }

    public Plugin(
            JdbcStores stores,
            Accounts accounts,
            Folders folders,
            Quotas quotas,
            List<Leftover> leftBehind) {
        this(
                stores,
                accounts,
                folders,
                quotas,
                leftBehind,
                new JamesInMemory().sideDoors.vacationNotices());
    }

    private Plugin(
            JdbcStores stores,
            Accounts accounts,
            Folders folders,
            Quotas quotas,
            List<Leftover> leftBehind,
            Vacations vacations) {
        Leftovers leftovers = new Leftovers(leftBehind, stores.transactions());
        ReplySwitch replySwitch =
                new ReplySwitch(vacations, stores.setReplies(), stores.transactions(), clock);
        changes =
                new DelegationChanges(
                        stores.transactions(),
                        List.of(
                                new DelegationReplies(
                                        replySwitch, stores.setReplies(), stores.mailboxes()),
                                new RecordedNotices(
                                        stores.notices(),
                                        stores.policies(),
                                        stores.mailboxes(),
                                        new NoticeLimits(clock, stores.transactions()),
                                        clock)));
        signIns = new SignInChanges(stores.signIns(), changes, disconnected::add);
        GrantRules rules =
                new GrantRules(types, stores.policies(), accounts, stores.mailboxes(), folders);
        delegations =
                new DelegationService(
                        stores.delegations(),
                        stores.mailboxes(),
                        rules,
                        changes,
                        new RepeatedChanges(stores.auditLog(), stores.transactions()),
                        stores.transactions(),
                        clock);
        bulk =
                new BulkGrantService(
                        stores.delegations(),
                        new ScopedDelegations(
                                stores.delegationDirectory(), stores.unboundEntries()),
                        stores.mailboxes(),
                        rules,
                        changes,
                        stores.auditLog(),
                        stores.transactions(),
                        clock);
        suspensions =
                new SuspensionService(
                        stores.delegations(),
                        accounts,
                        stores.mailboxes(),
                        changes,
                        stores.auditLog(),
                        stores.transactions(),
                        clock);
        expiry =
                new ExpiryService(
                        stores.endedDelegations(),
                        stores.delegations(),
                        changes,
                        stores.auditLog(),
                        stores.transactions(),
                        clock);
        replies =
                new MailboxReplies(
                        replySwitch,
                        stores.setReplies(),
                        stores.mailboxes(),
                        stores.delegations(),
                        stores.auditLog(),
                        stores.transactions(),
                        clock);
        mailboxes =
                new SharedMailboxService(
                        stores.mailboxes(),
                        types,
                        stores.delegations(),
                        changes,
                        stores.auditLog(),
                        stores.signIns(),
                        stores.transactions(),
                        accounts,
                        folders,
                        quotas,
                        stores.accountEnds(),
                        stores.notices(),
                        leftovers,
                        clock);
        policies =
                new DelegationPolicyService(
                        stores.policies(),
                        stores.delegationDirectory(),
                        changes,
                        stores.auditLog(),
                        stores.transactions(),
                        accounts,
                        clock);
        access =
                new AccessResolver(
                        stores.delegations(),
                        stores.mailboxes(),
                        types,
                        stores.policies(),
                        accounts::exists,
                        stores.accountEnds(),
                        clock);
        accountEnds =
                new AccountEndService(
                        stores.delegations(),
                        stores.mailboxes(),
                        stores.accountEnds(),
                        stores.unboundEntries(),
                        stores.notices(),
                        replies,
                        changes,
                        stores.auditLog(),
                        stores.signIns(),
                        stores.transactions(),
                        clock);
        accountRenames =
                new AccountRenameService(
                        stores.delegations(),
                        stores.departures(),
                        stores.mailboxes(),
                        accounts,
                        folders,
                        leftovers,
                        new RenamedReplies(
                                replySwitch,
                                stores.setReplies(),
                                stores.delegations(),
                                stores.mailboxes(),
                                stores.transactions(),
                                clock),
                        changes,
                        stores.auditLog(),
                        stores.signIns(),
                        stores.transactions(),
                        clock);
        conversions =
                new MailboxConversionService(
                        stores.mailboxes(),
                        types,
                        stores.delegations(),
                        changes,
                        stores.auditLog(),
                        stores.signIns(),
                        stores.transactions(),
                        accounts,
                        folders,
                        leftovers,
                        replies,
                        clock);
        outsidePasswords =
                new OutsidePasswordService(
                        stores.mailboxes(),
                        stores.delegations(),
                        accounts,
                        changes,
                        stores.auditLog(),
                        stores.signIns(),
                        stores.transactions(),
                        clock);
        reconciliation =
                new ReconciliationService(
                        accounts,
                        stores.delegations(),
                        accountEnds,
                        stores.sharing(),
                        stores.unboundEntries(),
                        new EntryBinding(
                                stores.unboundEntries(), folders, stores.auditLog(), clock),
                        stores.subscriptions(),
                        folders,
                        stores.mailboxDirectory(),
                        outsidePasswords);
        accessControl =
                new AclService(
                        stores.delegations(),
                        stores.departures(),
                        delegations,
                        access,
                        folders,
                        stores.transactions(),
                        clock);
    }
}
