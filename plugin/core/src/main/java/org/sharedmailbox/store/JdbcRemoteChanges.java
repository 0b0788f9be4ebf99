/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
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
     * The numbers of entries follow no clock, so that an entry is found however wrong the clock of
     * the server is that wrote it. An entry that is committed late has a smaller number than others
     * that are seen before: so many are read again, and all of the last minute.
     */
    private static final int READ_AGAIN = 1000;

    /** Whoever has not looked for so long does not rely on what is found. */
    private static final Duration LONG_AGO = Duration.ofSeconds(30);

    private static final String NEWEST = "select coalesce(max(id), 0) from audit_entry";

    /**
     * A grant takes nothing away, but its entry may have taken the place of one about a change that
     * did ({@link org.sharedmailbox.audit.RepeatedChanges}), of those made over IMAP.
     */
    private static final String RECENT =
            "select id, mailbox from audit_entry"
                    + " where (at >= current_timestamp - interval '60' second or id > :after)"
                    + " and (action in (<actions>) or action = :granted and source = :imap)";

    private final JdbcStore store;
    private final boolean shared;
    private final Ticker ticker;
    private final Runnable forgetReads;

    /** How often something may have been missed; the first look counts as such. */
    private final AtomicInteger missed = new AtomicInteger(1);

    // Of who looks, one at a time:
    private Set<Long> known = ImmutableSet.of();
    private long newest;
    private long lookedAt;
    private int missedBefore;

    JdbcRemoteChanges(JdbcStore store, boolean shared, Ticker ticker, Runnable forgetReads) {
        this.store = store;
        this.shared = shared;
        this.ticker = ticker;
        this.forgetReads = forgetReads;
    }

    /** Has the next look concern every owner. */
    void lookAtAll() {
        missed.incrementAndGet();
    }

    @Override
    public Predicate<Username> ownersConcerned() {
        return shared ? look() : owner -> false;
    }

    private synchronized Predicate<Username> look() {
        // Before it is read: this server may fall asleep in between.
        long now = ticker.read();
        int misses = missed.get();
        boolean all = misses != missedBefore || now - lookedAt > LONG_AGO.toNanos();
        Set<Username> changed = store.lookUp(handle -> changed(handle, all));
        lookedAt = now;
        missedBefore = misses;
        if (!all && changed.isEmpty()) {
            return owner -> false;
        }
        forgetReads.run();
        // The entry of a policy names a domain, or 'default', instead of a mailbox.
        boolean policyChanged = changed.stream().anyMatch(mailbox -> !mailbox.hasDomainPart());
        return all || policyChanged ? owner -> true : changed::contains;
    }

    private Set<Username> changed(Handle handle, boolean all) {
        // Before the entries: what is written in between is read again.
        long latest = handle.createQuery(NEWEST).mapTo(Long.class).one();
        Map<Long, String> recent = recent(handle, (all ? latest : newest) - READ_AGAIN);
        Set<Long> before = known;
        known = ImmutableSet.copyOf(recent.keySet());
        newest = Math.max(newest, latest);
        return recent.entrySet().stream()
                .filter(entry -> !before.contains(entry.getKey()))
                .map(entry -> Username.of(entry.getValue()))
                .collect(Collectors.toSet());
    }

    private static Map<Long, String> recent(Handle handle, long after) {
        return handle.createQuery(RECENT)
                .bindList("actions", ACTIONS)
                .bind("granted", AuditAction.DELEGATION_GRANTED.wireName())
                .bind("imap", AuditSource.IMAP.wireName())
                .bind("after", after)
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("mailbox")))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
