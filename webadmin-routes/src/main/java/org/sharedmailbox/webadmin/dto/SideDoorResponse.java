/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sharedmailbox.sidedoor.MailboxSideDoors;
import org.sharedmailbox.webadmin.http.Json;

/** Writes the side doors of a mailbox as the API shows them. */
public final class SideDoorResponse {
    private SideDoorResponse() {}

    /** Returns them as JSON. */
    public static ObjectNode of(MailboxSideDoors mailbox) {
        ObjectNode json = Json.object().put("mailbox", mailbox.mailbox().asString());
        ArrayNode doors = json.putArray("sideDoors");
        mailbox.doors()
                .forEach(
                        door ->
                                doors.addObject()
                                        .put("kind", door.kind().wireName())
                                        .put("letsIn", door.letsIn().orElse(null))
                                        .put("detail", door.detail()));
        return json.put("complete", mailbox.complete());
    }
}
