/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.RemoteChanges;

/**
 * {@link RemoteChanges} from the audit log, in which every change is recorded by the transaction
 * that makes it. An embedded database is used by no other server.
 */
final class JdbcRemoteChanges implements RemoteChanges {
    private static final ImmutableList<String> ACTIONS =
            ImmutableSet.of(
                            AuditAction.MAILBOX_CHANGED,
                            AuditAction.MAILBOX_DELETED,
                            AuditAction.MAILBOX_CONVERTED,
                            AuditAction.MAILBOX_REVERTED,
                            AuditAction.DELEGATION_CHANGED,
                            AuditAction.DELEGATION_REVOKED,
                            AuditAction.DELEGATION_EXPIRED,
                            AuditAction.DELEGATION_ORPHANED,
                            AuditAction.DELEGATION_RENAMED,
                            AuditAction.POLICY_CHANGED)
                    .stream()
                    .map(AuditAction::wireName)
                    .collect(ImmutableList.toImmutableList());

    /**
     * A minute back, because an entry becomes visible later than its time says: it is committed
     * later, and each server has its own clock. A grant takes nothing away, but its entry may have
     * taken the place of one about a change that did ({@link
     * org.sharedmailbox.audit.RepeatedChanges}), of those made over IMAP.
     */
    private static final String RECENT =
            "select id, mailbox from audit_entry"
                    + " where at >= current_timestamp - interval '60' second"
                    + " and (action in (<actions>) or action = :granted and source = :imap)";

    private final JdbcStore store;
    private final Runnable forgetReads;
    private final boolean shared;
    private Set<Long> known = ImmutableSet.of();

    JdbcRemoteChanges(JdbcStore store, boolean shared, Runnable forgetReads) {
        this.store = store;
        this.shared = shared;
        this.forgetReads = forgetReads;
    }

    @Override
    public Predicate<Username> ownersConcerned() {
        if (!shared) {
            return owner -> false;
        }
        Set<Username> changed = changed();
        if (changed.isEmpty()) {
            return owner -> false;
        }
        forgetReads.run();
        // The entry of a policy names a domain, or 'default', instead of a mailbox.
        boolean policyChanged = changed.stream().anyMatch(mailbox -> !mailbox.hasDomainPart());
        return policyChanged ? owner -> true : changed::contains;
    }

    private synchronized Set<Username> changed() {
        Map<Long, String> recent =
                store.with(
                        handle ->
                                handle.createQuery(RECENT)
                                        .bindList("actions", ACTIONS)
                                        .bind("granted", AuditAction.DELEGATION_GRANTED.wireName())
                                        .bind("imap", AuditSource.IMAP.wireName())
                                        .map(
                                                (row, context) ->
                                                        Map.entry(
                                                                row.getLong("id"),
                                                                row.getString("mailbox")))
                                        .collect(
                                                ImmutableMap.toImmutableMap(
                                                        Map.Entry::getKey, Map.Entry::getValue)));
        Set<Long> before = known;
        known = ImmutableSet.copyOf(recent.keySet());
        return recent.entrySet().stream()
                .filter(entry -> !before.contains(entry.getKey()))
                .map(entry -> Username.of(entry.getValue()))
                .collect(Collectors.toSet());
    }
}
