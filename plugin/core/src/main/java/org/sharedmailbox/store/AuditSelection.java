/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditQuery;

/**
 * The statement that selects the entries of a query. Whatever is asked for, each of its parts reads
 * one range of one index, in the order in which the entries are wanted, and so no more entries than
 * that: there is an index for each combination of conditions that has the action, and a part for
 * each action where others are given without it. (A database that combines conditions otherwise
 * reads all entries of a busy mailbox to find that none of them is by that actor.)
 */
final class AuditSelection {
    private final AuditQuery query;
    private final List<String> parts = new ArrayList<>();
    private final Conditions values = new Conditions();

    private AuditSelection(AuditQuery query) {
        this.query = query;
    }

    static AuditSelection of(AuditQuery query) {
        AuditSelection selection = new AuditSelection(query);
        for (Optional<String> actor : orAny(query.actors())) {
            for (Optional<String> action : selection.actions()) {
                selection.add(actor, action);
            }
        }
        selection.bindTimes();
        return selection;
    }

    private ImmutableList<Optional<String>> actions() {
        ImmutableSet<AuditAction> all = ImmutableSet.copyOf(AuditAction.values());
        boolean narrowed = query.mailbox().isPresent() || !query.actors().isEmpty();
        boolean isAny = query.actions().isEmpty() || query.actions().equals(all);
        Collection<AuditAction> wanted = isAny && narrowed ? all : query.actions();
        return isAny && !narrowed
                ? ImmutableList.of(Optional.empty())
                : wanted.stream()
                        .map(AuditAction::wireName)
                        .map(Optional::of)
                        .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Optional<String>> orAny(ImmutableSet<String> texts) {
        return texts.isEmpty()
                ? ImmutableList.of(Optional.empty())
                : texts.stream().map(Optional::of).collect(ImmutableList.toImmutableList());
    }

    private void add(Optional<String> actor, Optional<String> action) {
        Range range = new Range(parts.size());
        range.equal("mailbox", query.mailbox().map(Username::asString));
        range.equal("actor", actor);
        range.equal("action", action);
        parts.add(range.sql());
    }

    private void bindTimes() {
        query.since().ifPresent(since -> values.bind("since", since));
        query.until().ifPresent(until -> values.bind("until", until));
        query.after()
                .ifPresent(
                        after ->
                                values.bind("afterAt", after.at()).bind("afterId", after.number()));
    }

    /** Returns the statement, without an order; it names {@code :limit}, which is not bound yet. */
    String sql() {
        return "select at, id from (" + String.join(" union all ", parts) + ") p";
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        return values.bindTo(statement);
    }

    /** The entries with the same values in some columns. */
    private final class Range {
        private final int part;
        private final List<String> order = new ArrayList<>();
        private final Conditions conditions = new Conditions();

        Range(int part) {
            this.part = part;
            query.since().ifPresent(since -> conditions.and("at >= :since"));
            query.until().ifPresent(until -> conditions.and("at < :until"));
            query.after()
                    .ifPresent(
                            after ->
                                    conditions
                                            .and("at <= :afterAt")
                                            .and("at < :afterAt or id < :afterId"));
        }

        void equal(String column, Optional<String> value) {
            value.ifPresent(
                    present -> {
                        conditions.and(column + " = :" + column + part);
                        values.bind(column + part, present);
                        order.add(column + " desc");
                    });
        }

        /** The columns that are all the same are in the order because H2 uses an index only so. */
        String sql() {
            order.addAll(Arrays.asList("at desc", "id desc"));
            return "(select at, id from audit_entry"
                    + conditions.where()
                    + " order by "
                    + String.join(", ", order)
                    + " limit :limit)";
        }
    }
}
