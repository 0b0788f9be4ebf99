/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditRetention;
import org.sharedmailbox.audit.AuditTrail;
import org.sharedmailbox.autoreply.SetReplies;
import org.sharedmailbox.delegation.DelegationDirectory;
import org.sharedmailbox.delegation.DelegationUseStore;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.Departures;
import org.sharedmailbox.delegation.EndedDelegations;
import org.sharedmailbox.delegation.RemoteChanges;
import org.sharedmailbox.delegation.RemoteNews;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.delegation.UnboundEntries;
import org.sharedmailbox.mailbox.AccountEnds;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.mailbox.StoreSharing;
import org.sharedmailbox.notice.EndingDelegations;
import org.sharedmailbox.notice.Notices;
import org.sharedmailbox.policy.DelegationPolicyStore;
import org.sharedmailbox.transaction.CacheCounts;
import org.sharedmailbox.transaction.StoreCondition;
import org.sharedmailbox.transaction.StoreTiming;
import org.sharedmailbox.transaction.Transactions;

/** All stores on one database, with their caches, for the rest of the plugin to be wired to. */
public final class JdbcStores implements AutoCloseable {
    private final JdbcStore store;
    private final JdbcTransactions transactions;
    private final CachedDelegations delegations;
    private final CachedSharedMailboxes mailboxes;
    private final CachedDelegationPolicies policies;
    private final DelegationUseStore uses;
    private final AuditTrail auditTrail;
    private final AuditRetention auditRetention;
    private final AuditLog auditLog;
    private final DelegationDirectory delegationDirectory;
    private final MailboxDirectory mailboxDirectory;
    private final JdbcRemoteChanges remoteChanges;
    private final Subscriptions subscriptions;
    private final Departures departures;
    private final EndedDelegations endedDelegations;
    private final UnboundEntries unboundEntries;
    private final JdbcAccountEnds accountEnds;
    private final SignInStore signIns;
    private final Notices notices;
    private final SetReplies setReplies;
    private final EndingDelegations endingDelegations;
    private final CacheCounts cacheCounts;
    private final NewsWatch news;
    private final boolean shared;
    private final WholeStore whole;

    private JdbcStores(JdbcStore store, Database database, Caching caching) {
        this.store = store;
        this.shared = !database.isEmbedded();
        this.whole = new WholeStore(store, database);
        this.cacheCounts = caching.counts();
        NewsChannel channel = new NewsChannel();
        this.news = new NewsWatch(database.forNews(), store, channel);
        this.transactions = new JdbcTransactions(store, channel);
        this.delegations = new CachedDelegations(new JdbcDelegations(store), transactions, caching);
        this.mailboxes =
                new CachedSharedMailboxes(
                        new JdbcSharedMailboxes(store), delegations, transactions, caching);
        this.policies =
                new CachedDelegationPolicies(
                        new JdbcDelegationPolicies(store), transactions, caching);
        this.uses = new JdbcDelegationUses(store);
        this.auditTrail = new JdbcAuditTrail(store, !shared);
        this.auditRetention = new JdbcAuditRetention(store, auditTrail);
        this.auditLog = new LoggedAuditLog(new JdbcAuditLog(store, auditTrail), transactions);
        this.delegationDirectory = new JdbcDelegationDirectory(store, AddressOrder.of(!shared));
        this.mailboxDirectory = new JdbcMailboxDirectory(store);
        this.remoteChanges =
                new JdbcRemoteChanges(store, shared, caching.ticker(), this::forgetReads);
        this.subscriptions = new JdbcSubscriptions(store);
        this.departures = new JdbcDepartures(store);
        this.endedDelegations = new JdbcEndedDelegations(store);
        this.unboundEntries = new JdbcUnboundEntries(store, delegations);
        this.accountEnds = new JdbcAccountEnds(store, transactions, delegations, caching);
        this.signIns = new JdbcSignInStore(store, transactions);
        this.notices = new JdbcNotices(store);
        this.setReplies = new JdbcSetReplies(store);
        this.endingDelegations = new JdbcEndingDelegations(store, delegations);
        news.subscribe(this::forgetReads);
        news.whenMissed(remoteChanges::lookAtAll);
    }

    /** Opens the stores; connects when the first of them is used. */
    public static JdbcStores open(Database database, Caching caching) {
        return open(database, caching, StoreTiming.NONE);
    }

    /** Opens them, with what measures how long look-ups take. */
    public static JdbcStores open(Database database, Caching caching, StoreTiming timing) {
        return new JdbcStores(
                JdbcStore.open(database, timing, caching.ticker()), database, caching);
    }

    public WholeStore whole() {
        return whole;
    }

    public Transactions transactions() {
        return transactions;
    }

    public Delegations delegations() {
        return delegations;
    }

    public SharedMailboxes mailboxes() {
        return mailboxes;
    }

    public DelegationPolicyStore policies() {
        return policies;
    }

    public AuditLog auditLog() {
        return auditLog;
    }

    public DelegationUseStore uses() {
        return uses;
    }

    public AuditRetention auditRetention() {
        return auditRetention;
    }

    public AuditTrail auditTrail() {
        return auditTrail;
    }

    public DelegationDirectory delegationDirectory() {
        return delegationDirectory;
    }

    public MailboxDirectory mailboxDirectory() {
        return mailboxDirectory;
    }

    public RemoteChanges remoteChanges() {
        return remoteChanges;
    }

    public RemoteNews remoteNews() {
        return news;
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public UnboundEntries unboundEntries() {
        return unboundEntries;
    }

    /** Returns whether other servers can use the database. */
    public StoreSharing sharing() {
        return () -> shared;
    }

    public Departures departures() {
        return departures;
    }

    public EndedDelegations endedDelegations() {
        return endedDelegations;
    }

    public AccountEnds accountEnds() {
        return accountEnds;
    }

    public SignInStore signIns() {
        return signIns;
    }

    public SetReplies setReplies() {
        return setReplies;
    }

    public Notices notices() {
        return notices;
    }

    public EndingDelegations endingDelegations() {
        return endingDelegations;
    }

    public CacheCounts cacheCounts() {
        return cacheCounts;
    }

    public StoreCondition condition() {
        return new JdbcStoreCondition(store);
    }

    private void forgetReads() {
        accountEnds.forget();
        delegations.forget();
        mailboxes.forget();
        policies.forget();
    }

    /**
     * Connects, and brings the schema up to date.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if that is not possible now;
     *     every use of the store tries again
     */
    public void connect() {
        store.read(handle -> true);
    }

    /** Listens from now on to what other servers tell, where there are any. Does not block. */
    public void listen() {
        news.start();
    }

    @Override
    public void close() {
        news.close();
        store.close();
    }
}
