/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import com.codahale.metrics.MetricRegistry;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.util.Modules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.mailbox.Authorizator;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.apache.james.mailbox.quota.UserQuotaRootResolver;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.dropwizard.DropWizardMetricFactory;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.rrt.api.AliasReverseResolver;
import org.apache.james.rrt.api.CanSendFrom;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.lib.AliasReverseResolverImpl;
import org.apache.james.rrt.lib.CanSendFromImpl;
import org.apache.james.server.core.configuration.Configuration;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.utils.ClassName;
import org.apache.james.utils.ExtensionConfiguration;
import org.apache.james.utils.GuiceGenericLoader;
import org.apache.james.utils.PropertiesProvider;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditQueue;
import org.sharedmailbox.config.ConfFolder;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.GivenDelegations;
import org.sharedmailbox.delegation.Suspension;
import org.sharedmailbox.guice.SharedMailboxModule;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.TestStores;

/**
 * James in memory, which creates handlers, mailets and matchers by name as it does in production,
 * with the plugin's module on a real store. Alice, Bob and Bob's boss have accounts, and support is
 * a shared mailbox.
 */
public final class MailServer extends AbstractModule {
    public static final Username BOSS = Username.of("boss@example.com");

    private static final String DELEGATED_SENDER =
            "<mailet match=\"All\" class=\"org.sharedmailbox.mailet.DelegatedSender\"/>";

    private static final int MAX_ENTRIES = 1000;

    public final JamesInMemory james = new JamesInMemory().with(ALICE, BOB, BOSS, SUPPORT);
    public final MovableClock clock = MovableClock.at(NOON);
    public final MetricRegistry metrics = new MetricRegistry();
    private final Path directory;
    private final ConfFolder conf;
    private final TestStores stores;
    private final List<Injector> started = new ArrayList<>();
    private ExtensionConfiguration extensions =
            new ExtensionConfiguration(
                    List.of(new ClassName(PluginOnTestStores.class.getName())), List.of());

    /**
     * @param directory James's working directory, empty
     */
    public MailServer(Path directory, TestStores stores) throws Exception {
        this.directory = directory;
        this.conf = ConfFolder.complete(directory);
        this.stores = stores;
        stores.stores().mailboxes().put(mailbox(SUPPORT).build());
    }

    /** Forgets {@code guice.extension.module}. */
    public MailServer withoutPluginModule() {
        extensions = ExtensionConfiguration.DEFAULT;
        return this;
    }

    /** Forgets the mailet that rewrites. */
    public MailServer withoutDelegatedSender() throws Exception {
        conf.replacing("mailetcontainer.xml", DELEGATED_SENDER, "");
        return this;
    }

    public MailServer grant(Username owner, Username delegate, DelegationRight... rights) {
        return grant(owner, delegate, Validity.always(), rights);
    }

    public MailServer grant(
            Username owner, Username delegate, Validity validity, DelegationRight... rights) {
        GivenDelegations.put(
                stores.stores().transactions(),
                stores.stores().delegations(),
                delegation(owner, delegate).rights(List.of(rights)).validity(validity).build());
        return this;
    }

    public void revoke(Username owner, Username delegate) {
        stores.stores().delegations().remove(owner, delegate);
    }

    /** Suspends or resumes a delegation that exists. */
    public void suspend(Username owner, Username delegate, boolean suspended) {
        Delegation changed =
                stores.stores().delegations().find(owner, delegate).orElseThrow().toBuilder()
                        .suspension(
                                suspended
                                        ? Optional.of(Suspension.of(NOON, "postmaster@example.com"))
                                        : Optional.empty())
                        .build();
        stores.stores()
                .transactions()
                .inTransaction(
                        () -> {
                            stores.stores().delegations().putSuspensions(List.of(changed));
                            return true;
                        });
    }

    public MailServer alias(String alias, Username of) {
        james.withAlias(alias, of);
        return this;
    }

    /** Makes that account a shared mailbox, in which nobody signs in. */
    public void becomesShared(Username account) {
        stores.stores().mailboxes().put(mailbox(account).build());
        changesSignIn(account);
    }

    /** Gives the account another password, as another server of the store does. */
    public void changesSignIn(Username account) {
        stores.stores().signIns().record(account, clock.instant());
        started.forEach(injector -> instance(injector, SignInChanges.class).refresh());
    }

    /** Makes that the policy of everybody's domain. */
    public void under(DelegationPolicy policy) {
        stores.givenPolicy("example.com", policy);
        stores.letPass(Duration.ofSeconds(2));
    }

    /** Makes support keep copies of what is sent with these rights only. */
    public void filing(DelegationRight... rights) {
        SharedMailbox support = stores.stores().mailboxes().find(SUPPORT).get();
        stores.stores().mailboxes().put(support.toBuilder().sentCopies(List.of(rights)).build());
    }

    /** Notes that there was no account of that name at that time. */
    public void wasGone(Username account, Instant at) {
        stores.stores().accountEnds().record(account, at);
    }

    /** Closes the store for good, and lets what was read from it grow old. */
    public void storeGoesDown() {
        stores.stores().close();
        stores.letPass(Duration.ofSeconds(2));
    }

    public void auditLogGoesDown() {
        stores.sql("alter table audit_entry rename to audit_entry_away");
    }

    /** Lets so many entries wait that there is room for no other. */
    public void auditQueueIsFull() {
        AuditEntry entry =
                AuditEntry.of(
                        NOON,
                        Actor.system(),
                        AuditAction.MESSAGES_APPENDED,
                        SUPPORT,
                        Optional.empty(),
                        ImmutableMap.of());
        for (Injector injector : started) {
            AuditQueue queue = instance(injector, AuditQueue.class);
            while (queue.leftOut() == 0) {
                queue.append(entry);
            }
        }
    }

    public void auditLogComesBack() {
        stores.sql("alter table audit_entry_away rename to audit_entry");
    }

    /** Returns the entries of the audit log about that mailbox, oldest first. */
    public List<AuditEntry> audited(Username mailbox) {
        writeAudit();
        return Lists.reverse(stores.stores().auditLog().ofMailbox(mailbox, MAX_ENTRIES));
    }

    private void writeAudit() {
        started.forEach(injector -> instance(injector, AuditQueue.class).write());
    }

    /** Returns all entries of the audit log, oldest first. */
    public List<AuditEntry> audited() {
        writeAudit();
        List<Username> mailboxes =
                stores.column("select mailbox from audit_entry order by id").stream()
                        .map(Username::of)
                        .collect(Collectors.toList());
        Map<Username, Iterator<AuditEntry>> ofEach =
                mailboxes.stream()
                        .distinct()
                        .collect(toMap(mailbox -> mailbox, each -> audited(each).iterator()));
        return mailboxes.stream()
                .map(mailbox -> requireNonNull(ofEach.get(mailbox)).next())
                .collect(Collectors.toList());
    }

    public Injector start() {
        Injector injector = Guice.createInjector(this);
        started.add(injector);
        return injector;
    }

    /**
     * Returns an object of that class, created as James creates what a configuration file names.
     */
    public <T> T create(Class<T> type) throws ClassNotFoundException {
        return type.cast(load(start(), type.getName()));
    }

    private static <T> T instance(Injector injector, Class<T> type) {
        try {
            return type.cast(load(injector, type.getName()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Object load(Injector injector, String className) throws ClassNotFoundException {
        return injector.getInstance(GuiceGenericLoader.class).instantiate(new ClassName(className));
    }

    @Override
    protected void configure() {
        bind(MailServer.class).toInstance(this);
        bind(Clock.class).toInstance(clock);
        // By providers, because Guice would inject an instance once more.
        bind(DomainList.class).toProvider(() -> james.domains);
        bind(UsersRepository.class).toProvider(() -> james.users);
        bind(RecipientRewriteTable.class).toProvider(() -> james.rewriteTable);
        bind(AliasReverseResolver.class).to(AliasReverseResolverImpl.class);
        bind(CanSendFrom.class).to(CanSendFromImpl.class);
        bind(Authorizator.class)
                .toInstance((user, other) -> Authorizator.AuthorizationState.FORBIDDEN);
        bind(MailboxManager.class).toInstance(james.mailboxManager());
        bind(MaxQuotaManager.class).toInstance(james.mailboxes.getMaxQuotaManager());
        bind(UserQuotaRootResolver.class)
                .toInstance(james.mailboxes.getDefaultUserQuotaRootResolver());
        bind(MetricFactory.class).toInstance(new DropWizardMetricFactory(metrics));
        MemoryMailQueueFactory queues =
                new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory());
        bind(MemoryMailQueueFactory.class).toInstance(queues);
        bind(new TypeLiteral<MailQueueFactory<?>>() {}).toInstance(queues);
        bind(FileSystem.class).toInstance(files());
        bind(PropertiesProvider.class).toInstance(conf.properties());
        bind(ConfigurationProvider.class).toInstance(conf.xml());
        bind(ExtensionConfiguration.class).toInstance(extensions);
        bind(GuiceGenericLoader.class).in(Scopes.SINGLETON);
    }

    private FileSystem files() {
        return new FileSystemImpl(
                Configuration.builder()
                        .workingDirectory(directory.toString())
                        .configurationFromClasspath()
                        .build()
                        .directories());
    }

    /** The plugin's module, but for the database. */
    static final class PluginOnTestStores extends AbstractModule {
        private final Injector james;

        @Inject
        PluginOnTestStores(Injector james) {
            this.james = james;
        }

        @Override
        protected void configure() {
            JdbcStores stores = james.getInstance(MailServer.class).stores.stores();
            install(
                    Modules.override(new SharedMailboxModule(james))
                            .with(binder -> binder.bind(JdbcStores.class).toInstance(stores)));
        }
    }
}
