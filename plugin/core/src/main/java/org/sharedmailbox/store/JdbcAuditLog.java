/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.james.core.Username;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.AuditSource;

/** {@link AuditLog} in the table {@code audit_entry}; details are kept as a JSON object. */
final class JdbcAuditLog implements AuditLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private static final String INSERT =
            "insert into audit_entry (at, actor, source, action, mailbox, subject, details)"
                    + " values (:at, :actor, :source, :action, :mailbox, :subject, :details)";

    private static final int MAX_REMOVED_AT_A_TIME = 1_000;
    private static final ImmutableList<String> REFUSALS =
            Arrays.stream(AuditAction.values())
                    .filter(AuditAction::isRefusal)
                    .map(AuditAction::wireName)
                    .collect(ImmutableList.toImmutableList());

    private final JdbcStore store;

    JdbcAuditLog(JdbcStore store) {
        this.store = store;
    }

    @Override
    public void append(AuditEntry entry) {
        store.change(handle -> bind(handle.createUpdate(INSERT), entry).execute());
    }

    @Override
    public void appendAll(Collection<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        store.change(
                handle -> {
                    PreparedBatch batch = handle.prepareBatch(INSERT);
                    entries.forEach(entry -> bind(batch, entry).add());
                    batch.execute();
                });
    }

    @Override
    public long appendInPlaceOf(OptionalLong earlier, AuditEntry entry) {
        return store.inTransaction(
                handle -> {
                    earlier.ifPresent(
                            id ->
                                    handle.createUpdate("delete from audit_entry where id = :id")
                                            .bind("id", id)
                                            .execute());
                    return bind(handle.createUpdate(INSERT), entry)
                            .executeAndReturnGeneratedKeys("id")
                            .mapTo(Long.class)
                            .one();
                });
    }

    @Override
    public void removeOldestRefusals(int kept) {
        for (String action : REFUSALS) {
            Optional<Long> newest = newestToRemove(action, kept / REFUSALS.size());
            // In parts: one large transaction would keep others waiting.
            while (newest.isPresent() && removeSome(action, newest.get()) > 0) {}
        }
    }

    private Optional<Long> newestToRemove(String action, int kept) {
        return store.with(
                handle ->
                        handle.createQuery(
                                        "select id from audit_entry where action = :action"
                                                + " order by id desc limit 1 offset :kept")
                                .bind("action", action)
                                .bind("kept", kept)
                                .mapTo(Long.class)
                                .findOne());
    }

    private int removeSome(String action, long newest) {
        return store.inTransaction(
                handle ->
                        handle.createUpdate(
                                        "delete from audit_entry where id in (select id from"
                                                + " audit_entry where action = :action and id <="
                                                + " :newest order by id limit :limit)")
                                .bind("action", action)
                                .bind("newest", newest)
                                .bind("limit", MAX_REMOVED_AT_A_TIME)
                                .execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, AuditEntry entry) {
        return statement
                .bind("at", entry.at())
                .bind("actor", entry.actor().name())
                .bind("source", entry.actor().source().wireName())
                .bind("action", entry.action().wireName())
                .bind("mailbox", entry.mailbox().asString())
                .bind("subject", entry.subject().map(Username::asString))
                .bind("details", json(entry.details()));
    }

    @Override
    public List<AuditEntry> ofMailbox(Username mailbox, int limit) {
        return store.with(
                handle ->
                        handle.createQuery(
                                        "select * from audit_entry where mailbox = :mailbox"
                                                + " order by id desc limit :limit")
                                .bind("mailbox", mailbox.asString())
                                .bind("limit", limit)
                                .map((row, context) -> entry(row))
                                .collect(ImmutableList.toImmutableList()));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return AuditEntry.of(
                row.getTimestamp("at").toInstant(),
                Actor.of(row.getString("actor"), source(row.getString("source"))),
                action(row.getString("action")),
                Username.of(row.getString("mailbox")),
                Optional.ofNullable(row.getString("subject")).map(Username::of),
                details(row.getString("details")));
    }

    private static AuditSource source(String wireName) {
        return Arrays.stream(AuditSource.values())
                .filter(source -> source.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown source " + wireName));
    }

    private static AuditAction action(String wireName) {
        return Arrays.stream(AuditAction.values())
                .filter(action -> action.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown action " + wireName));
    }

    private static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of strings is always JSON", e);
        }
    }

    private static Map<String, String> details(String json) {
        try {
            return JSON.readValue(json, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not written by us: " + json, e);
        }
    }
}
