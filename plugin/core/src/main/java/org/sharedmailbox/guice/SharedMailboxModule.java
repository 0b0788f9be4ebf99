/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.guice;

import com.google.common.collect.ImmutableList;
import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.FileNotFoundException;
import java.time.Clock;
import javax.inject.Inject;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.utils.PropertiesProvider;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.config.ConfigurationFile;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.delegation.DelegationDirectory;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.Departures;
import org.sharedmailbox.delegation.RemoteChanges;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.delegation.UnboundEntries;
import org.sharedmailbox.james.CachedAccountPresence;
import org.sharedmailbox.james.JamesAccounts;
import org.sharedmailbox.james.JamesDisconnections;
import org.sharedmailbox.james.JamesFolders;
import org.sharedmailbox.james.JamesQuotas;
import org.sharedmailbox.james.JamesServices;
import org.sharedmailbox.mailbox.AccountEnds;
import org.sharedmailbox.mailbox.AccountPresence;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Disconnections;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.Quotas;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignInStore;
import org.sharedmailbox.mailbox.StoreSharing;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicyStore;
import org.sharedmailbox.sidedoor.Leftovers;
import org.sharedmailbox.sidedoor.PasswordSideDoor;
import org.sharedmailbox.sidedoor.SideDoorService;
import org.sharedmailbox.sidedoor.SideDoors;
import org.sharedmailbox.store.Caching;
import org.sharedmailbox.store.Database;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.transaction.Transactions;

/** The plugin's bindings; {@code guice.extension.module} in {@code extensions.properties}. */
public class SharedMailboxModule extends AbstractModule {
    private final Injector james;

    @Inject
    public SharedMailboxModule(Injector james) {
        this.james = james;
    }

    @Override
    protected void configure() {
        bind(Accounts.class).to(JamesAccounts.class);
        bind(AccountPresence.class).to(CachedAccountPresence.class);
        bind(Folders.class).to(JamesFolders.class);
        bind(Quotas.class).to(JamesQuotas.class);
        bind(Disconnections.class).to(JamesDisconnections.class);
        bind(JamesServices.class).toInstance(new OptionalServices(james));
        // Only some flavours of James bind a clock, and James's own binding cannot be replaced.
        if (james.getExistingBinding(Key.get(Clock.class)) == null) {
            bind(Clock.class).toInstance(Clock.systemUTC());
        }
    }

    @Provides
    @Singleton
    SharedMailboxConfiguration configuration(PropertiesProvider properties)
            throws ConfigurationException {
        return ConfigurationFile.read(properties);
    }

    @Provides
    @Singleton
    JdbcStores stores(SharedMailboxConfiguration configuration, FileSystem fileSystem)
            throws FileNotFoundException {
        return JdbcStores.open(database(configuration, fileSystem), Caching.standard());
    }

    private static Database database(SharedMailboxConfiguration configuration, FileSystem files)
            throws FileNotFoundException {
        if (configuration.storeUrl().isEmpty()) {
            return Database.embedded(
                    files.getFile(FileSystem.FILE_PROTOCOL_AND_VAR).toPath(),
                    "shared-mailboxes",
                    configuration.storePoolSize());
        }
        return Database.at(
                configuration.storeUrl().get(),
                configuration.storeUser(),
                configuration.storePassword(),
                configuration.storePoolSize());
    }

    @Provides
    SharedMailboxTypes types(SharedMailboxConfiguration configuration) {
        return configuration.types();
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
    Leftovers leftovers(Transactions transactions) {
        return new Leftovers(new OptionalServices(james).leftovers(), transactions);
    }

    @Provides
    SideDoorService sideDoors(
            SharedMailboxes mailboxes, MailboxDirectory directory, Accounts accounts) {
        return new SideDoorService(
                ImmutableList.<SideDoors>builder()
                        .add(new PasswordSideDoor(mailboxes))
                        .addAll(new OptionalServices(james).sideDoors())
                        .build(),
                directory,
                accounts);
    }

    @Provides
    AuditLog auditLog(JdbcStores stores) {
        return stores.auditLog();
    }
}
