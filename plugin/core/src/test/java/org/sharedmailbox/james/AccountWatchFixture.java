/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.core.Username;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.EntryBinding;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.model.DelegationRight;

/** Bob is a delegate of support's, in a James that keeps its accounts over a restart. */
abstract class AccountWatchFixture extends PluginFixture {
    final AtomicLong nanos = new AtomicLong();
    Plugin plugin;
    AccountWatch watch;
    CachedAccountPresence presence;

    AccountWatchFixture() {
        super(new JamesInMemory().with(ALICE, BOB, SUPPORT));
    }

    @BeforeEach
    void bobIsADelegate() {
        plugin = plugin();
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        grant(BOB);
        plugin.clock.advance(Duration.ofSeconds(1));
        watch = watch(new KeptAccounts(james));
        presence = lookingFor(james.accounts(), watch);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    AccountWatch watch(JamesAccounts accounts) {
        return watch(accounts, false);
    }

    AccountWatch watch(JamesAccounts accounts, boolean shared) {
        return new AccountWatch(
                accounts,
                database.stores().delegations(),
                plugin.accountEnds,
                new EntryBinding(
                        database.stores().unboundEntries(),
                        james.folders(),
                        database.stores().auditLog(),
                        plugin.clock),
                () -> shared);
    }

    CachedAccountPresence lookingFor(Accounts accounts, AccountWatch watching) {
        return new CachedAccountPresence(accounts, watching, nanos::get);
    }

    void grant(Username delegate) {
        plugin.delegations.grant(
                SUPPORT,
                delegate,
                DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build(),
                ADMINISTRATOR);
    }

    /** The accounts of a James that does not forget them when it stops. */
    static class KeptAccounts extends JamesAccounts {
        KeptAccounts(JamesInMemory james) {
            super(james.users, james.domains, james.rewriteTable);
        }

        @Override
        public boolean areForgottenAtRestart() {
            return false;
        }
    }
}
