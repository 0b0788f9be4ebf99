/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.store.TestStores;

/** A service of shared mailboxes on a real store and James's own services; nothing is there yet. */
abstract class SharedMailboxServiceFixture {
    static final SharedMailboxRequest NOTHING_SAID = SharedMailboxRequest.builder().build();

    @RegisterExtension final TestStores database = TestStores.h2InFile();

    final JamesInMemory james = new JamesInMemory().with(ALICE, BOB);
    final List<String> told = new ArrayList<>();

    Plugin plugin() {
        Plugin plugin = new Plugin(database.stores(), james);
        plugin.changes.subscribe(
                (owner, delegate) -> told.add(owner.asString() + " " + delegate.asString()));
        return plugin;
    }

    void put(SharedMailboxRequest request) {
        plugin().mailboxes.put(SUPPORT, request, ADMINISTRATOR);
    }

    void grant(Username owner, Username delegate) {
        plugin().delegations
                .grant(
                        owner,
                        delegate,
                        DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build(),
                        ADMINISTRATOR);
    }

    SharedMailbox stored() {
        return database.stores().mailboxes().find(SUPPORT).orElseThrow();
    }

    List<AuditEntry> audit() {
        return database.stores().auditLog().ofMailbox(SUPPORT, 100);
    }

    List<AuditAction> actions() {
        return audit().stream().map(AuditEntry::action).collect(Collectors.toList());
    }
}
