/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditPage;
import org.sharedmailbox.webadmin.http.Json;

/** Writes entries of the audit log as the API shows them. */
public final class AuditResponse {
    private AuditResponse() {}

    /** Returns {@code {"items":[…],"nextCursor":…}}; {@code null} for the cursor at the end. */
    public static ObjectNode of(AuditPage page, AuditFilter filter) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        page.entries().stream().map(AuditResponse::of).forEach(items::add);
        return json.put("nextCursor", page.next().map(filter::write).orElse(null));
    }

    private static ObjectNode of(AuditEntry entry) {
        return Json.object()
                .put("at", entry.at().toString())
                .put("actor", entry.actor().name())
                .put("action", entry.action().wireName())
                .put("mailbox", entry.mailbox().asString())
                .put("subject", entry.subject().map(Username::asString).orElse(null))
                .<ObjectNode>set("details", details(entry.details()))
                .put("source", entry.actor().source().wireName());
    }

    /** Returns the details by name. */
    public static ObjectNode details(Map<String, String> details) {
        ObjectNode json = Json.object();
        details.forEach(json::put);
        return json;
    }
}
