/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditCursor;
import org.sharedmailbox.audit.AuditRetention;
import org.sharedmailbox.audit.AuditTrail;

/**
 * {@link AuditRetention} in the table {@code audit_entry}. Removes in parts: one large transaction
 * would keep others waiting.
 */
final class JdbcAuditRetention implements AuditRetention {
    private static final int MAX_REMOVED_AT_A_TIME = 1_000;
    private static final ImmutableList<String> REFUSALS = actions(AuditAction::isRefusal);
    private static final ImmutableList<String> ACTIVITIES = actions(AuditAction::isActivity);

    private static final String OF_ACTIONS = "action in (<actions>)";

    private final JdbcStore store;
    private final AuditTrail trail;

    JdbcAuditRetention(JdbcStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    private static ImmutableList<String> actions(Predicate<AuditAction> which) {
        return Arrays.stream(AuditAction.values())
                .filter(which)
                .map(AuditAction::wireName)
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public void removeBefore(Instant time) {
        while (removeSomeBefore(time) > 0) {}
    }

    private int removeSomeBefore(Instant time) {
        return store.inTransaction(
                handle ->
                        handle.createUpdate(delete("at < :time", "at, id"))
                                .bind("time", time)
                                .bind("limit", MAX_REMOVED_AT_A_TIME)
                                .execute());
    }

    @Override
    public void removeOldestRefusals(int kept) {
        for (String action : REFUSALS) {
            removeOldest(ImmutableList.of(action), "action", kept / REFUSALS.size());
        }
    }

    @Override
    public void removeOldestActivities(int kept) {
        // To find the first that is too many takes a while.
        if (trail.approximateCount() > kept) {
            removeOldest(ACTIVITIES, "", kept);
        }
    }

    /**
     * @param orderedBy the column in front of the time in the index to be used, if any
     */
    private void removeOldest(List<String> actions, String orderedBy, int kept) {
        Optional<AuditCursor> newest = newestToRemove(actions, orderedBy, kept);
        while (newest.isPresent() && removeSome(actions, orderedBy, newest.get()) > 0) {}
    }

    private Optional<AuditCursor> newestToRemove(List<String> actions, String by, int kept) {
        return store.read(
                handle ->
                        handle.createQuery(
                                        "select at, id from audit_entry where "
                                                + OF_ACTIONS
                                                + " order by "
                                                + (by.isEmpty() ? "" : by + " desc, ")
                                                + "at desc, id desc limit 1 offset :kept")
                                .bindList("actions", actions)
                                .bind("kept", kept)
                                .map((row, context) -> AuditRows.place(row))
                                .findOne());
    }

    private int removeSome(List<String> actions, String by, AuditCursor newest) {
        String old = " and at <= :at and (at < :at or id <= :id)";
        return store.inTransaction(
                handle ->
                        upTo(
                                        newest,
                                        handle.createUpdate(
                                                delete(
                                                        OF_ACTIONS + old,
                                                        (by.isEmpty() ? "" : by + ", ")
                                                                + "at, id")))
                                .bindList("actions", actions)
                                .bind("limit", MAX_REMOVED_AT_A_TIME)
                                .execute());
    }

    private static <S extends SqlStatement<S>> S upTo(AuditCursor newest, S statement) {
        return statement.bind("at", newest.at()).bind("id", newest.number());
    }

    private static String delete(String condition, String order) {
        return "delete from audit_entry where id in (select id from audit_entry where "
                + condition
                + " order by "
                + order
                + " limit :limit)";
    }
}
