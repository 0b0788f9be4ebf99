/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.mailbox.SharedMailboxes;

/** Stores that join transactions, and a change to all of them. */
interface StoresInTransaction {
    Transactions transactions();

    Delegations delegations();

    SharedMailboxes mailboxes();

    AuditLog auditLog();

    default boolean changeEverything(Username delegate) {
        mailboxes().put(mailbox(SUPPORT).build());
        delegations().lockAndCount(SUPPORT, NOON);
        delegations().put(delegation(SUPPORT, delegate).build());
        auditLog()
                .append(
                        AuditEntry.of(
                                NOON,
                                ADMINISTRATOR,
                                AuditAction.DELEGATION_GRANTED,
                                SUPPORT,
                                Optional.of(delegate),
                                ImmutableMap.of()));
        return true;
    }

    default void assertEverythingIsThere() {
        assertThat(mailboxes().find(SUPPORT)).isPresent();
        assertThat(delegations().find(SUPPORT, ALICE)).isPresent();
        assertThat(delegations().ofDelegate(ALICE)).hasSize(1);
        assertThat(auditLog().ofMailbox(SUPPORT, 10)).hasSize(1);
    }

    default void assertNothingIsThere() {
        assertThat(mailboxes().find(SUPPORT)).isEmpty();
        assertThat(delegations().find(SUPPORT, ALICE)).isEmpty();
        assertThat(delegations().ofDelegate(ALICE)).isEmpty();
        assertThat(auditLog().ofMailbox(SUPPORT, 10)).isEmpty();
    }
}
