/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SUPPORT;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.model.DelegationRight;

/** The service of shared mailboxes before any of them exists. */
abstract class SharedMailboxServiceFixture extends PluginFixture {
    static final SharedMailboxRequest DEFAULTS = SharedMailboxRequest.builder().build();

    SharedMailboxServiceFixture() {
        super(new JamesInMemory().with(ALICE, BOB));
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
