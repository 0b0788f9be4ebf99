/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.guice;

import com.google.common.collect.ImmutableList;
import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import javax.inject.Inject;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.utils.PropertiesProvider;
import org.sharedmailbox.config.ConfigurationFile;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.james.CachedAccountPresence;
import org.sharedmailbox.james.JamesAccounts;
import org.sharedmailbox.james.JamesDisconnections;
import org.sharedmailbox.james.JamesFolders;
import org.sharedmailbox.james.JamesQuotas;
import org.sharedmailbox.james.JamesServices;
import org.sharedmailbox.james.JamesStoreTiming;
import org.sharedmailbox.mailbox.AccountPresence;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Disconnections;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.Quotas;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.sidedoor.Leftovers;
import org.sharedmailbox.sidedoor.PasswordSideDoor;
import org.sharedmailbox.sidedoor.SideDoorService;
import org.sharedmailbox.sidedoor.SideDoors;
import org.sharedmailbox.transaction.StoreTiming;
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
        install(new StoreModule());
        install(new NoticeModule());
        bind(Accounts.class).to(JamesAccounts.class);
        bind(AccountPresence.class).to(CachedAccountPresence.class);
        bind(Folders.class).to(JamesFolders.class);
        bind(StoreTiming.class).to(JamesStoreTiming.class);
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
    SharedMailboxTypes types(SharedMailboxConfiguration configuration) {
        return configuration.types();
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
}
