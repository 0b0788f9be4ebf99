/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.codahale.metrics.MetricRegistry;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.james.UserEntityValidator;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.domainlist.lib.DomainListConfiguration;
import org.apache.james.domainlist.memory.MemoryDomainList;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.mailbox.Authorizator;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.dropwizard.DropWizardMetricFactory;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.rrt.api.AliasReverseResolver;
import org.apache.james.rrt.api.CanSendFrom;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTableConfiguration;
import org.apache.james.rrt.lib.AliasReverseResolverImpl;
import org.apache.james.rrt.lib.CanSendFromImpl;
import org.apache.james.rrt.lib.MappingSource;
import org.apache.james.rrt.memory.MemoryRecipientRewriteTable;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.apache.james.utils.ExtensionConfiguration;
import org.apache.james.utils.PropertiesProvider;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.james.JamesAccounts;
import org.sharedmailbox.james.JamesFolders;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.policy.DelegationPolicies;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * example.com with the users alice, bob and boss, and the shared mailbox support, in James's own
 * memory classes. Passwords are {@code secret}.
 */
final class Company extends AbstractModule {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final UserEntityValidator ANY_NAME = (name, others) -> Optional.empty();

    final StoresInMemory stores = new StoresInMemory();
    final MetricRegistry metrics = new MetricRegistry();
    final InMemoryIntegrationResources post = InMemoryIntegrationResources.defaultResources();
    private final Path directory;
    private final MemoryDomainList domains;
    private final MemoryUsersRepository users;
    private final MemoryRecipientRewriteTable rewriteTable = new MemoryRecipientRewriteTable();
    private DelegationPolicy policy = DelegationPolicy.builtIn();
    private boolean delegatedSenderInstalled = true;
    private boolean ourModuleInstalled = true;

    Company(Path directory) throws Exception {
        this.directory = directory;
        this.domains = new MemoryDomainList(nothing(DNSService.class));
        domains.configure(
                DomainListConfiguration.builder()
                        .autoDetect(false)
                        .autoDetectIp(false)
                        .defaultDomain(Domain.of("example.com"))
                        .build());
        this.users = MemoryUsersRepository.withVirtualHosting(domains);
        rewriteTable.setConfiguration(RecipientRewriteTableConfiguration.DEFAULT_ENABLED);
        rewriteTable.setDomainList(domains);
        rewriteTable.setUsersRepository(users);
        rewriteTable.setUserEntityValidator(ANY_NAME);
        for (String user : List.of("alice", "bob", "boss", "support")) {
            users.addUser(at(user), "secret");
        }
        becomesShared("support");
    }

    /** Makes a shared mailbox of that account, in which nobody signs in. */
    void becomesShared(String account) {
        stores.mailboxes()
                .put(
                        SharedMailbox.at(at(account))
                                .displayName(DisplayName.of("Technical Support"))
                                .type(SharedMailboxType.TEAM.name())
                                .signIn(SignIn.BLOCKED)
                                .sentCopies(SharedMailbox.DEFAULT_SENT_COPIES)
                                .createdAt(NOW)
                                .createdBy("test")
                                .build());
    }

    static Username at(String localPart) {
        return Username.of(localPart + "@example.com");
    }

    Company grant(String owner, String delegate, DelegationRight... rights) {
        return grant(owner, delegate, Validity.always(), rights);
    }

    Company grant(String owner, String delegate, Validity validity, DelegationRight... rights) {
        stores.delegations()
                .put(
                        Delegation.between(at(owner), at(delegate))
                                .rights(Set.of(rights))
                                .validity(validity)
                                .grantedBy("test")
                                .grantedAt(NOW)
                                .changedAt(NOW)
                                .build());
        return this;
    }

    Company under(DelegationPolicy changed) {
        policy = changed;
        return this;
    }

    Company revoke(String owner, String delegate) {
        stores.delegations().remove(at(owner), at(delegate));
        return this;
    }

    Company alias(String alias, String account) throws Exception {
        rewriteTable.addAliasMapping(MappingSource.fromUser(at(alias)), at(account).asString());
        return this;
    }

    Company filing(DelegationRight... ways) {
        SharedMailbox support = stores.mailboxes().find(at("support")).get();
        stores.mailboxes().put(support.toBuilder().sentCopies(List.of(ways)).build());
        return this;
    }

    Company deletes(String user) throws Exception {
        users.removeUser(at(user));
        return this;
    }

    Company withoutDelegatedSender() {
        delegatedSenderInstalled = false;
        return this;
    }

    Company withoutOurModule() {
        ourModuleInstalled = false;
        return this;
    }

    @Override
    protected void configure() {
        bindJames();
        if (ourModuleInstalled) {
            bindOurs();
        }
    }

    private void bindJames() {
        bind(UserEntityValidator.class).toInstance(ANY_NAME);
        bind(DomainList.class).toInstance(domains);
        bind(UsersRepository.class).toInstance(users);
        bind(RecipientRewriteTable.class).toInstance(rewriteTable);
        bind(AliasReverseResolver.class).to(AliasReverseResolverImpl.class);
        bind(CanSendFrom.class).to(CanSendFromImpl.class);
        bind(Authorizator.class)
                .toInstance((user, other) -> Authorizator.AuthorizationState.FORBIDDEN);
        bind(MetricFactory.class).toInstance(new DropWizardMetricFactory(metrics));
        bind(FileSystem.class).toInstance(new Directory());
        bind(MailboxManager.class).toInstance(post.getMailboxManager());
        bind(ExtensionConfiguration.class).toInstance(ExtensionConfiguration.DEFAULT);
        bind(PropertiesProvider.class).toInstance(PropertiesProvider.forTesting());
        bind(ConfigurationProvider.class).toInstance((component, level) -> xml(component));
    }

    private void bindOurs() {
        bind(Clock.class).toInstance(Clock.fixed(NOW, ZoneOffset.UTC));
        bind(Delegations.class).toInstance(stores.delegations());
        bind(SharedMailboxes.class).toInstance(stores.mailboxes());
        bind(AuditLog.class).toInstance(stores.auditLog());
        bind(Folders.class).to(JamesFolders.class);
        bind(Accounts.class).to(JamesAccounts.class);
        bind(SharedMailboxTypes.class)
                .toInstance(
                        SharedMailboxTypes.of(
                                List.of(SharedMailboxType.TEAM, SharedMailboxType.ARCHIVE)));
        bind(DelegationPolicies.class).toInstance(owner -> policy);
    }

    @Provides
    @Singleton
    MemoryMailQueueFactory queues() {
        return new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory());
    }

    @Provides
    MailQueueFactory<?> anyQueues(MemoryMailQueueFactory queues) {
        return queues;
    }

    private XMLConfiguration xml(String component) throws ConfigurationException {
        return xmlOf(
                Map.of(
                                "smtpserver",
                                "<s><smtpserver><handlerchain coreHandlersPackage='"
                                        + SharedMailboxHandlersPackage.class.getName()
                                        + "'/></smtpserver></s>",
                                "mailetcontainer",
                                delegatedSenderInstalled
                                        ? "<m><processors><processor state='root'><mailet"
                                                + " match='All' class='org.sharedmailbox.mailet."
                                                + "DelegatedSender'/></processor></processors></m>"
                                        : "<m/>")
                        .getOrDefault(component, "<none/>"));
    }

    static XMLConfiguration xmlOf(String xml) throws ConfigurationException {
        XMLConfiguration configuration = new XMLConfiguration();
        new FileHandler(configuration).load(new StringReader(xml));
        return configuration;
    }

    private static <T> T nothing(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            throw new UnsupportedOperationException(method.getName());
                        }));
    }

    /** A James directory in which there is nothing. */
    private final class Directory implements FileSystem {
        @Override
        public InputStream getResource(String url) throws FileNotFoundException {
            throw new FileNotFoundException(url);
        }

        @Override
        public File getFile(String url) {
            return directory.resolve(url.replace(FILE_PROTOCOL, "")).toFile();
        }

        @Override
        public File getBasedir() {
            return directory.toFile();
        }
    }
}
