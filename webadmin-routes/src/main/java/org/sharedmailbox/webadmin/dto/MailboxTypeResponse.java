/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.webadmin.http.Json;

/** Writes a type of shared mailboxes as the API shows it. */
public final class MailboxTypeResponse {
    private MailboxTypeResponse() {}

    /** Returns the type as JSON. */
    public static ObjectNode of(SharedMailboxType type) {
        ObjectNode json = Json.object().put("name", type.name().asString());
        type.folders().stream().map(FolderName::asString).forEach(json.putArray("folders")::add);
        type.defaultRights().stream()
                .sorted()
                .map(Enum::name)
                .forEach(json.putArray("defaultRights")::add);
        return json.put("cap", type.cap().letters()).put("sending", type.sending());
    }
}
