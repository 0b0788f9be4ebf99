/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.FileNotFoundException;
import org.apache.james.filesystem.api.FileSystem;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditQueue;
import org.sharedmailbox.audit.AuditRetention;
import org.sharedmailbox.audit.AuditSink;
import org.sharedmailbox.audit.AuditTrail;
import org.sharedmailbox.audit.CountedAuditLog;
import org.sharedmailbox.audit.RecordedActions;
import org.sharedmailbox.autoreply.SetReplies;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.config.StoreSettings;
import org.sharedmailbox.delegation.DelegationDirectory;
import org.sharedmailbox.delegation.DelegationUseStore;
import org.sharedmailbox.delegation.DelegationUses;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.Departures;
import org.sharedmailbox.delegation.EndedDelegations;
import org.sharedmailbox.delegation.RemoteChanges;
import org.sharedmailbox.delegation.RemoteNews;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.delegation.UnboundEntries;
import org.sharedmailbox.james.AuditWriter;
import org.sharedmailbox.james.StoreShutdown;
import org.sharedmailbox.james.UseRecorder;
import org.sharedmailbox.mailbox.AccountEnds;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.mailbox.StoreSharing;
import org.sharedmailbox.notice.EndingDelegations;
import org.sharedmailbox.notice.Notices;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicyStore;
import org.sharedmailbox.store.Caching;
import org.sharedmailbox.store.Database;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.backup.DatabaseBackup;
import org.sharedmailbox.transaction.CacheCounts;
import org.sharedmailbox.transaction.StoreBackup;
import org.sharedmailbox.transaction.StoreCondition;
import org.sharedmailbox.transaction.StoreTiming;
import org.sharedmailbox.transaction.Transactions;

/** Binds the stores, all on one database. */
final class StoreModule extends AbstractModule {
    @Provides
    @Singleton
    JdbcStores stores(Database database, StoreTiming timing, StoreShutdown shutdown) {
        JdbcStores stores = JdbcStores.open(database, Caching.standard(), timing);
        shutdown.runs(stores::close);
        return stores;
    }

    /** One for all: an embedded database is opened once in a process. */
    @Provides
    @Singleton
    Database database(SharedMailboxConfiguration configuration, FileSystem files)
            throws FileNotFoundException {
        StoreSettings settings = configuration.store();
        if (settings.url().isEmpty()) {
            return Database.embedded(
                    files.getFile(FileSystem.FILE_PROTOCOL_AND_VAR).toPath(),
                    "shared-mailboxes",
                    settings.poolSize());
        }
        return Database.at(
                settings.url().get(),
                settings.user(),
                settings.password().map(password -> password::current),
                settings.schema(),
                settings.poolSize());
    }

    @Provides
    Transactions transactions(JdbcStores stores) {
        return stores.transactions();
    }

    @Provides
    Delegations delegations(JdbcStores stores) {
        return stores.delegations();
    }

    @Provides
    RemoteChanges remoteChanges(JdbcStores stores) {
        return stores.remoteChanges();
    }

    @Provides
    RemoteNews remoteNews(JdbcStores stores) {
        return stores.remoteNews();
    }

    @Provides
    SharedMailboxes mailboxes(JdbcStores stores) {
        return stores.mailboxes();
    }

    @Provides
    DelegationPolicies policies(JdbcStores stores) {
        return stores.policies();
    }

    @Provides
    DelegationPolicyStore policyStore(JdbcStores stores) {
        return stores.policies();
    }

    @Provides
    DelegationDirectory delegationDirectory(JdbcStores stores) {
        return stores.delegationDirectory();
    }

    @Provides
    MailboxDirectory mailboxDirectory(JdbcStores stores) {
        return stores.mailboxDirectory();
    }

    @Provides
    Subscriptions subscriptions(JdbcStores stores) {
        return stores.subscriptions();
    }

    @Provides
    StoreSharing sharing(JdbcStores stores) {
        return stores.sharing();
    }

    @Provides
    Departures departures(JdbcStores stores) {
        return stores.departures();
    }

    @Provides
    EndedDelegations endedDelegations(JdbcStores stores) {
        return stores.endedDelegations();
    }

    @Provides
    AccountEnds accountEnds(JdbcStores stores) {
        return stores.accountEnds();
    }

    @Provides
    SignInStore signIns(JdbcStores stores) {
        return stores.signIns();
    }

    @Provides
    UnboundEntries unboundEntries(JdbcStores stores) {
        return stores.unboundEntries();
    }

    @Provides
    SetReplies setReplies(JdbcStores stores) {
        return stores.setReplies();
    }

    @Provides
    Notices notices(JdbcStores stores) {
        return stores.notices();
    }

    @Provides
    EndingDelegations endingDelegations(JdbcStores stores) {
        return stores.endingDelegations();
    }

    @Provides
    AuditLog auditLog(JdbcStores stores, RecordedActions actions) {
        return new CountedAuditLog(stores.auditLog(), actions, stores.transactions());
    }

    /**
     * The writer is made before whoever adds to the queue, and so stopped after them. It starts
     * here, so that what people do is recorded also where the line for our start-up is forgotten.
     */
    @Provides
    @Singleton
    AuditSink auditSink(AuditWriter writer, AuditQueue queue) {
        writer.start();
        return queue;
    }

    @Provides
    AuditRetention auditRetention(JdbcStores stores) {
        return stores.auditRetention();
    }

    @Provides
    DelegationUseStore uses(JdbcStores stores) {
        return stores.uses();
    }

    @Provides
    DelegationUses recordedUses(UseRecorder recorder) {
        return recorder;
    }

    @Provides
    AuditTrail auditTrail(JdbcStores stores) {
        return stores.auditTrail();
    }

    @Provides
    CacheCounts cacheCounts(JdbcStores stores) {
        return stores.cacheCounts();
    }

    @Provides
    StoreBackup backup(JdbcStores stores) {
        return new DatabaseBackup(stores.whole());
    }

    @Provides
    StoreCondition condition(JdbcStores stores) {
        return stores.condition();
    }
}
