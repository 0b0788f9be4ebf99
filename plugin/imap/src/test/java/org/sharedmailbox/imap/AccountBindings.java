/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.inject.AbstractModule;
import java.time.Clock;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.administration.AccountEndService;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditSink;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.UnboundEntries;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.AccountEnds;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.StoreSharing;
import org.sharedmailbox.store.JdbcStores;

/** What looks after accounts, on those of a James in memory. */
final class AccountBindings extends AbstractModule {
    private final JamesInMemory james;
    private final Plugin plugin;
    private final JdbcStores stores;

    AccountBindings(JamesInMemory james, Plugin plugin, JdbcStores stores) {
        this.james = james;
        this.plugin = plugin;
        this.stores = stores;
    }

    @Override
    protected void configure() {
        bind(Accounts.class).toInstance(james.accounts());
        bind(Folders.class).toInstance(james.folders());
        bind(AccountEndService.class).toInstance(plugin.accountEnds);
        bind(Delegations.class).toInstance(stores.delegations());
        bind(AccountEnds.class).toInstance(stores.accountEnds());
        bind(UnboundEntries.class).toInstance(stores.unboundEntries());
        bind(AuditLog.class).toInstance(stores.auditLog());
        bind(AuditSink.class).toInstance(stores.auditLog());
        bind(StoreSharing.class).toInstance(stores.sharing());
        bind(Clock.class).toInstance(plugin.clock);
    }
}
