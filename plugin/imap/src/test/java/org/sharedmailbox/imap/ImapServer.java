/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.decode.ImapCommandParserFactory;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.decode.main.DefaultImapDecoder;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imap.encode.ImapResponseEncoder;
import org.apache.james.imap.encode.base.EndImapEncoder;
import org.apache.james.imap.encode.main.DefaultImapEncoderFactory.DefaultImapEncoder;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.CapabilityProcessor;
import org.apache.james.imap.processor.DefaultProcessor;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.imap.processor.PermitEnableCapabilityProcessor;
import org.apache.james.imap.processor.base.AbstractProcessor;
import org.apache.james.imap.processor.base.UnknownRequestProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.imap.command.SignInCheck;
import org.sharedmailbox.james.AccountWatch;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.james.TickedAccountPresence;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.TestStores;

/** IMAP as James puts it together with our package installed. */
final class ImapServer {
    private final JamesInMemory james = new JamesInMemory();
    private final Plugin plugin;
    private final CountedDelegations delegations;
    private final Injector accounts;
    private final Injector injector;
    private final ImapProcessor processor;
    private final ImapDecoder decoder;
    private final ImapEncoder encoder;

    /**
     * @param database also has the ticker by which all ages that is remembered of it and of
     *     accounts
     * @param seenByImap makes the mailbox manager that IMAP sees of James's own
     */
    ImapServer(TestStores database, UnaryOperator<MailboxManager> seenByImap) {
        JdbcStores stores = database.stores();
        this.plugin = new Plugin(stores, james);
        plugin.signIns.refresh();
        ImapPackage imap = new SharedMailboxImapPackage(true, ImapPackage.DEFAULT);
        this.delegations = new CountedDelegations(stores.delegations());
        this.accounts = Guice.createInjector(new AccountBindings(james, plugin, stores));
        AccessResolver access =
                new AccessResolver(
                        delegations.counted(),
                        stores.mailboxes(),
                        SharedMailboxTypes.of(
                                List.of(SharedMailboxType.TEAM, SharedMailboxType.ARCHIVE)),
                        stores.policies(),
                        TickedAccountPresence.of(
                                james.accounts(),
                                accounts.getInstance(AccountWatch.class),
                                database.cacheTicker()),
                        stores.accountEnds(),
                        plugin.clock);
        this.injector =
                Guice.createInjector(
                        new ImapBindings(
                                james,
                                plugin,
                                stores,
                                access,
                                seenByImap.apply(james.mailboxManager())));
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

    void close() {
        accounts.getInstance(AccountWatch.class).close();
    }

    JamesInMemory james() {
        return james;
    }

    Plugin plugin() {
        return plugin;
    }

    CountedDelegations delegations() {
        return delegations;
    }

    Injector injector() {
        return injector;
    }

    ImapClient signIn(Username user) {
        return signIn(james.mailboxManager().createSystemSession(user));
    }

    ImapClient signIn(MailboxSession as) {
        ImapClient client = new ImapClient(decoder, processor, encoder, as);
        injector.getInstance(SignInCheck.class).noteBeforeSignIn(client.session());
        return client;
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

    static Object instantiate(ClassName name, Injector injector) {
        try {
            return injector.getInstance(Class.forName(name.getName()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
