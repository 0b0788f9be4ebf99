/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static org.sharedmailbox.People.ADMINISTRATOR;

import com.google.common.collect.ImmutableMap;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.display.Localizer;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.DefaultMailboxTyper;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.MailboxTyper;
import org.apache.james.imap.decode.ImapCommandParser;
import org.apache.james.imap.decode.ImapCommandParserFactory;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.apache.james.imap.decode.main.DefaultImapDecoder;
import org.apache.james.imap.decode.parser.ImapParserFactory;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imap.encode.ImapResponseEncoder;
import org.apache.james.imap.encode.base.EndImapEncoder;
import org.apache.james.imap.encode.main.DefaultImapEncoderFactory.DefaultImapEncoder;
import org.apache.james.imap.encode.main.DefaultLocalizer;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.CapabilityProcessor;
import org.apache.james.imap.processor.DefaultProcessor;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.imap.processor.PermitEnableCapabilityProcessor;
import org.apache.james.imap.processor.base.AbstractProcessor;
import org.apache.james.imap.processor.base.UnknownRequestProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.quota.QuotaRootResolver;
import org.apache.james.mailbox.quota.UserQuotaRootResolver;
import org.apache.james.mailbox.store.StoreSubscriptionManager;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.acl.AclService;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.RemoteChanges;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.TestStores;

/**
 * IMAP as James puts it together with our package installed, on James's accounts and mailboxes in
 * memory and on a real store: everything but the socket.
 */
public final class InMemoryImap implements BeforeEachCallback, AfterEachCallback {
    private final TestStores stores = TestStores.h2InFile();
    private @Nullable Server server;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        stores.beforeEach(context);
        server = new Server(stores.stores());
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        instance(BlockingScheduler.class).close();
        stores.afterEach(context);
    }

    private Server server() {
        if (server == null) {
            throw new IllegalStateException("Only within a test");
        }
        return server;
    }

    public JamesInMemory james() {
        return server().james;
    }

    public Plugin plugin() {
        return server().plugin;
    }

    public TestStores stores() {
        return stores;
    }

    /** Returns what Guice makes of the class, as in James. */
    public <T> T instance(Class<T> type) {
        return server().injector.getInstance(type);
    }

    /** Lets a user sign in, on a new connection. */
    public ImapClient signIn(Username user) {
        return new ImapClient(
                server().decoder,
                server().processor,
                server().encoder,
                james().mailboxManager().createSystemSession(user));
    }

    /** Grants those rights on the whole mailbox. */
    public void grant(Username owner, Username delegate, DelegationRight... rights) {
        plugin().delegations
                .grant(
                        owner,
                        delegate,
                        DelegationTerms.builder().rights(List.of(rights)).build(),
                        ADMINISTRATOR);
    }

    private static final class Server {
        private final JamesInMemory james = new JamesInMemory();
        private final Plugin plugin;
        private final Injector injector;
        private final ImapProcessor processor;
        private final ImapDecoder decoder;
        private final ImapEncoder encoder;

        Server(JdbcStores stores) {
            this.plugin = new Plugin(stores, james);
            ImapPackage imap = new SharedMailboxImapPackage(true, ImapPackage.DEFAULT);
            this.injector = Guice.createInjector(new Bindings(james, plugin, stores));
            this.processor = processor(imap, injector);
            this.decoder =
                    new DefaultImapDecoder(
                            new UnpooledStatusResponseFactory(),
                            injector.getInstance(ImapCommandParserFactory.class));
            this.encoder =
                    new DefaultImapEncoder(
                            imap.encoders().stream()
                                    .map(name -> (ImapResponseEncoder) instantiate(name, injector)),
                            new EndImapEncoder());
        }
    }

    private static ImapProcessor processor(ImapPackage imap, Injector injector) {
        Map<Class, ImapProcessor> byRequest = new LinkedHashMap<>();
        for (ClassName name : imap.processors()) {
            AbstractProcessor<?> one = (AbstractProcessor<?>) instantiate(name, injector);
            one.acceptableClasses().forEach(request -> byRequest.put(request, one));
        }
        byRequest.values().stream()
                .filter(CapabilityImplementingProcessor.class::isInstance)
                .map(CapabilityImplementingProcessor.class::cast)
                .forEach(injector.getInstance(CapabilityProcessor.class)::addProcessor);
        byRequest.values().stream()
                .filter(PermitEnableCapabilityProcessor.class::isInstance)
                .map(PermitEnableCapabilityProcessor.class::cast)
                .forEach(injector.getInstance(EnableProcessor.class)::addProcessor);
        DefaultProcessor all =
                new DefaultProcessor(
                        ImmutableMap.copyOf(byRequest),
                        new UnknownRequestProcessor(new UnpooledStatusResponseFactory()));
        all.configure(ImapConfiguration.builder().enableIdle(false).build());
        return all;
    }

    private static Object instantiate(ClassName name, Injector injector) {
        try {
            return injector.getInstance(Class.forName(name.getName()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Bindings extends AbstractModule {
        private final JamesInMemory james;
        private final Plugin plugin;
        private final JdbcStores stores;

        Bindings(JamesInMemory james, Plugin plugin, JdbcStores stores) {
            this.james = james;
            this.plugin = plugin;
            this.stores = stores;
        }

        /** As James does it; UID asks for the others. */
        @Provides
        @Singleton
        ImapCommandParserFactory parsers(Injector injector) {
            Map<String, ImapCommandParser> byCommand = new LinkedHashMap<>();
            for (ClassName name :
                    new SharedMailboxImapPackage(true, ImapPackage.DEFAULT).decoders()) {
                AbstractImapCommandParser parser =
                        (AbstractImapCommandParser) instantiate(name, injector);
                byCommand.put(parser.getCommand().getName(), parser);
            }
            return new ImapParserFactory(byCommand);
        }

        @Override
        protected void configure() {
            bind(MailboxManager.class).toInstance(james.mailboxManager());
            bind(EventBus.class).toInstance(james.mailboxes.getEventBus());
            bind(QuotaManager.class).toInstance(james.mailboxes.getQuotaManager());
            bind(QuotaRootResolver.class).toInstance(james.mailboxes.getQuotaRootResolver());
            bind(UserQuotaRootResolver.class)
                    .toInstance(james.mailboxes.getDefaultUserQuotaRootResolver());
            bind(SubscriptionManager.class)
                    .toInstance(
                            new StoreSubscriptionManager(
                                    james.mailboxes.getMailboxManager().getMapperFactory(),
                                    james.mailboxes.getMailboxManager().getMapperFactory(),
                                    james.mailboxes.getEventBus()));
            bind(MetricFactory.class).toInstance(new RecordingMetricFactory());
            bind(StatusResponseFactory.class).to(UnpooledStatusResponseFactory.class);
            bind(Localizer.class).to(DefaultLocalizer.class);
            bind(MailboxTyper.class).to(DefaultMailboxTyper.class);
            bind(CapabilityProcessor.class).asEagerSingleton();
            bind(EnableProcessor.class).asEagerSingleton();
            bind(Clock.class).toInstance(plugin.clock);
            bind(AccessResolver.class).toInstance(plugin.access);
            bind(AclService.class).toInstance(plugin.accessControl);
            bind(DelegationChanges.class).toInstance(plugin.changes);
            bind(RemoteChanges.class).toInstance(stores.remoteChanges());
            bind(Subscriptions.class).toInstance(stores.subscriptions());
            bind(SharedMailboxes.class).toInstance(stores.mailboxes());
            bind(AuditLog.class).toInstance(stores.auditLog());
        }
    }
}
