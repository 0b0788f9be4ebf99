/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.notice.DueNotice;
import org.sharedmailbox.notice.Notice;
import org.sharedmailbox.notice.Notices;

/** {@link Notices} in the table {@code notice}. */
final class JdbcNotices implements Notices {
    /**
     * Nobody has been told of what is still waiting: the new notice has to say that too. One that
     * cannot be sent is not tried more often because there is more to tell.
     */
    private static final String MERGE =
            "update notice set kind = case"
                    + " when kind = 'GRANTED' and :kind in ('CHANGED', 'RESUMED', 'ENDING')"
                    + " then 'GRANTED'"
                    + " when kind in ('ENDED', 'EXPIRED') and :kind = 'GRANTED' then 'CHANGED'"
                    + " else :kind end,"
                    + " actor = :actor, source = :source, noted_at = :notedAt,"
                    + " due_at = case when attempts > 0 then due_at"
                    + " when hold_until < :dueAt then hold_until else :dueAt end"
                    + " where owner = :owner and delegate = :delegate and recipient = :recipient"
                    + " and leased_until is null";

    private static final String INSERT =
            "insert into notice (recipient, owner, delegate, kind, actor, source, noted_at, due_at,"
                    + " hold_until, attempts) values (:recipient, :owner, :delegate, :kind, :actor,"
                    + " :source, :notedAt, :dueAt, :holdUntil, 0)";

    /** Rows are locked in one order, so that no two servers wait for each other. */
    private static final Comparator<Notice> LOCK_ORDER =
            Comparator.comparing((Notice notice) -> notice.owner().asString())
                    .thenComparing(notice -> notice.delegate().asString())
                    .thenComparing(notice -> notice.recipient().asString());

    private static final String IS_FREE =
            " due_at <= :now and (leased_until is null or leased_until < :now)";

    /** Several thousand rows in one statement would take the driver long to send. */
    private static final int BATCH = 1000;

    private final JdbcStore store;

    JdbcNotices(JdbcStore store) {
        this.store = store;
    }

    @Override
    public void add(Collection<Notice> notices, Duration hold, Duration maxHold) {
        store.change(
                handle ->
                        Iterables.partition(ImmutableList.sortedCopyOf(LOCK_ORDER, notices), BATCH)
                                .forEach(batch -> add(handle, batch, hold, maxHold)));
    }

    private static void add(Handle handle, List<Notice> notices, Duration hold, Duration maxHold) {
        PreparedBatch merge = handle.prepareBatch(MERGE);
        notices.forEach(
                notice -> bind(merge, notice).bind("dueAt", notice.notedAt().plus(hold)).add());
        int[] merged = merge.execute();
        PreparedBatch insert = handle.prepareBatch(INSERT);
        for (int i = 0; i < merged.length; i++) {
            if (merged[i] == 0) {
                Notice notice = notices.get(i);
                bind(insert, notice)
                        .bind("dueAt", notice.notedAt().plus(hold))
                        .bind("holdUntil", notice.notedAt().plus(maxHold))
                        .add();
            }
        }
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Notice notice) {
        return statement
                .bind("recipient", notice.recipient().asString())
                .bind("owner", notice.owner().asString())
                .bind("delegate", notice.delegate().asString())
                .bind("kind", notice.kind().name())
                .bind("actor", notice.actor().name())
                .bind("source", notice.actor().source().name())
                .bind("notedAt", notice.notedAt());
    }

    @Override
    public List<DueNotice> take(Instant now, Instant leasedUntil, int limit) {
        List<Long> due =
                store.read(
                        handle ->
                                handle.createQuery(
                                                "select id from notice where"
                                                        + IS_FREE
                                                        + " order by due_at, id limit :limit")
                                        .bind("now", now)
                                        .bind("limit", limit)
                                        .mapTo(Long.class)
                                        .list());
        // Each in a transaction of its own: whoever holds one row must not wait for another.
        return due.stream()
                .map(id -> store.inTransaction(handle -> take(handle, id, now, leasedUntil)))
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<DueNotice> take(
            Handle handle, long id, Instant now, Instant leasedUntil) {
        int taken =
                handle.createUpdate(
                                "update notice set leased_until = :until where id = :id and"
                                        + IS_FREE)
                        .bind("id", id)
                        .bind("now", now)
                        .bind("until", leasedUntil)
                        .execute();
        return taken == 0
                ? Optional.empty()
                : Optional.of(
                        handle.createQuery("select * from notice where id = :id")
                                .bind("id", id)
                                .map((row, context) -> notice(row))
                                .one());
    }

    private static DueNotice notice(ResultSet row) throws SQLException {
        return DueNotice.of(
                row.getLong("id"),
                Notice.of(
                        NoticeKind.valueOf(row.getString("kind")),
                        Username.of(row.getString("recipient")),
                        Username.of(row.getString("owner")),
                        Username.of(row.getString("delegate")),
                        Actor.of(
                                row.getString("actor"),
                                AuditSource.valueOf(row.getString("source"))),
                        row.getTimestamp("noted_at").toInstant()),
                row.getInt("attempts"));
    }

    @Override
    public void remove(long id) {
        store.change(
                handle ->
                        handle.createUpdate("delete from notice where id = :id")
                                .bind("id", id)
                                .execute());
    }

    @Override
    public void removeTo(Username recipient) {
        store.change(
                handle ->
                        handle.createUpdate("delete from notice where recipient = :recipient")
                                .bind("recipient", recipient.asString())
                                .execute());
    }

    @Override
    public void postpone(long id, Instant dueAt) {
        store.change(
                handle ->
                        handle.createUpdate(
                                        "update notice set leased_until = null, due_at = :dueAt,"
                                                + " attempts = attempts + 1 where id = :id")
                                .bind("id", id)
                                .bind("dueAt", dueAt)
                                .execute());
    }

    @Override
    public int count() {
        return store.read(
                handle ->
                        handle.createQuery("select count(*) from notice")
                                .mapTo(Integer.class)
                                .one());
    }
}
