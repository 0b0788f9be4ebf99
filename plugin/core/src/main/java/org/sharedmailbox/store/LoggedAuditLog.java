/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditLog;
import org.sharedmailbox.audit.FollowedAuditLog;
import org.sharedmailbox.transaction.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each entry of the audit log to the server's log too, as JSON on one line in ASCII, once it
 * is committed. Nothing in it can end the line, or do anything to a terminal.
 */
final class LoggedAuditLog extends FollowedAuditLog {
    /** Operators write this name into their configuration of the log. */
    private static final Logger LINES = LoggerFactory.getLogger("org.sharedmailbox.audit");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Transactions transactions;

    LoggedAuditLog(AuditLog log, Transactions transactions) {
        super(log);
        this.transactions = transactions;
    }

    @Override
    protected void follow(AuditEntry entry) {
        if (LINES.isInfoEnabled()) {
            transactions.afterCommit(() -> LINES.info("{}", line(entry)));
        }
    }

    private static String line(AuditEntry entry) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("at", entry.at().toString())
                        .put("actor", entry.actor().name())
                        .put("source", entry.actor().source().wireName())
                        .put("action", entry.action().wireName())
                        .put("mailbox", entry.mailbox().asString())
                        .put("subject", entry.subject().map(Username::asString).orElse(null));
        ObjectNode details = json.putObject("details");
        entry.details().forEach(details::put);
        try {
            // The library leaves this control character alone.
            return JSON.writeValueAsString(json).replace("\u007f", "\\u007f");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written as JSON", e);
        }
    }
}
