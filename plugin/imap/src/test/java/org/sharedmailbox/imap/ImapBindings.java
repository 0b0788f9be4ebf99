/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.display.Localizer;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.DefaultMailboxTyper;
import org.apache.james.imap.api.process.MailboxTyper;
import org.apache.james.imap.decode.ImapCommandParser;
import org.apache.james.imap.decode.ImapCommandParserFactory;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.apache.james.imap.decode.parser.ImapParserFactory;
import org.apache.james.imap.encode.main.DefaultLocalizer;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.imap.processor.CapabilityProcessor;
import org.apache.james.imap.processor.EnableProcessor;
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
import org.sharedmailbox.Plugin;
import org.sharedmailbox.acl.AclService;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditSink;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.DelegationChanges;
import org.sharedmailbox.delegation.DelegationUseStore;
import org.sharedmailbox.delegation.DelegationUses;
import org.sharedmailbox.delegation.RemoteChanges;
import org.sharedmailbox.delegation.RemoteNews;
import org.sharedmailbox.delegation.Subscriptions;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.CountingExecutor;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.james.UseRecorder;
import org.sharedmailbox.mailbox.Disconnections;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.store.JdbcStores;

/** What James binds for IMAP, to its accounts and mailboxes in memory, and ours to a real store. */
final class ImapBindings extends AbstractModule {
    private final JamesInMemory james;
    private final Plugin plugin;
    private final JdbcStores stores;
    private final AccessResolver access;
    private final MailboxManager mailboxManager;

    ImapBindings(
            JamesInMemory james,
            Plugin plugin,
            JdbcStores stores,
            AccessResolver access,
            MailboxManager mailboxManager) {
        this.mailboxManager = mailboxManager;
        this.james = james;
        this.plugin = plugin;
        this.stores = stores;
        this.access = access;
    }

    /** As James does it; UID asks for the others. */
    @Provides
    @Singleton
    ImapCommandParserFactory parsers(Injector injector) {
        Map<String, ImapCommandParser> byCommand = new LinkedHashMap<>();
        for (ClassName name : new SharedMailboxImapPackage(true, ImapPackage.DEFAULT).decoders()) {
            AbstractImapCommandParser parser =
                    (AbstractImapCommandParser) ImapServer.instantiate(name, injector);
            byCommand.put(parser.getCommand().getName(), parser);
        }
        return new ImapParserFactory(byCommand);
    }

    @Override
    protected void configure() {
        bind(MailboxManager.class).toInstance(mailboxManager);
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
        bind(CommandExecutor.class).to(CountingExecutor.class);
        bind(Clock.class).toInstance(plugin.clock);
        bind(AccessResolver.class).toInstance(access);
        bind(AclService.class).toInstance(plugin.accessControl);
        bind(DelegationChanges.class).toInstance(plugin.changes);
        bind(Disconnections.class).toInstance(plugin.disconnected::add);
        bind(SignInChanges.class).toInstance(plugin.signIns);
        bind(RemoteChanges.class).toInstance(stores.remoteChanges());
        bind(RemoteNews.class).toInstance(stores.remoteNews());
        bind(Subscriptions.class).toInstance(stores.subscriptions());
        bind(SharedMailboxes.class).toInstance(stores.mailboxes());
        bind(AuditLog.class).toInstance(stores.auditLog());
        bind(DelegationUseStore.class).toInstance(stores.uses());
        bind(DelegationUses.class).to(UseRecorder.class);
        bind(AuditSink.class).toInstance(stores.auditLog());
    }
}
