/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditCursor;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditSource;

/** Entries as rows of {@code audit_entry}; details are kept as a JSON object. */
final class AuditRows {
    static final String INSERT =
            "insert into audit_entry (at, actor, source, action, mailbox, subject, details)"
                    + " values (:at, :actor, :source, :action, :mailbox, :subject, :details)";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private AuditRows() {}

    /** Binds the entry to {@link #INSERT}. */
    static <S extends SqlStatement<S>> S bind(S statement, AuditEntry entry) {
        return statement
                .bind("at", entry.at())
                .bind("actor", entry.actor().name())
                .bind("source", entry.actor().source().wireName())
                .bind("action", entry.action().wireName())
                .bind("mailbox", entry.mailbox().asString())
                .bind("subject", entry.subject().map(Username::asString))
                .bind("details", json(entry.details()));
    }

    /** Returns the entry of the current row. */
    static AuditEntry entry(ResultSet row) throws SQLException {
        return AuditEntry.of(
                row.getTimestamp("at").toInstant(),
                Actor.of(row.getString("actor"), source(row.getString("source"))),
                action(row.getString("action")),
                Username.of(row.getString("mailbox")),
                Optional.ofNullable(row.getString("subject")).map(Username::of),
                details(row.getString("details")));
    }

    /** Returns the place of the entry of the current row. */
    static AuditCursor place(ResultSet row) throws SQLException {
        return AuditCursor.of(row.getTimestamp("at").toInstant(), row.getLong("id"));
    }

    private static AuditSource source(String wireName) {
        return Arrays.stream(AuditSource.values())
                .filter(source -> source.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown source " + wireName));
    }

    private static AuditAction action(String wireName) {
        return AuditAction.named(wireName)
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
