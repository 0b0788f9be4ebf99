/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;

/** A grant with its entry in the audit log, in one transaction, past all rules. */
final class RecordedGrant {
    private RecordedGrant() {}

    /** Grants on support's mailbox; returns once it is committed. */
    static void to(JdbcStores stores, Username delegate) {
        stores.transactions().inTransaction(() -> write(stores, delegate));
    }

    /** Does the same within a transaction of the caller's; returns true. */
    static boolean write(JdbcStores stores, Username delegate) {
        stores.delegations().lockAndCount(SUPPORT, NOON);
        stores.delegations().put(delegation(SUPPORT, delegate).build());
        stores.auditLog().append(entry(delegate));
        return true;
    }

    private static AuditEntry entry(Username delegate) {
        return AuditEntry.of(
                NOON,
                ADMINISTRATOR,
                AuditAction.DELEGATION_GRANTED,
                SUPPORT,
                Optional.of(delegate),
                ImmutableMap.of());
    }
}
