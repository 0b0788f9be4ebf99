/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationState;
import org.sharedmailbox.delegation.LastUse;
import org.sharedmailbox.delegation.ShortForm;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.NoticeRecipients;
import org.sharedmailbox.webadmin.http.Json;

/** Writes a delegation as the API shows it: {@code null} means no limit, or not given. */
public final class DelegationResponse {
    private DelegationResponse() {}

    /**
     * Returns the delegation as JSON.
     *
     * @param state the state it is in now, by its policy too
     * @param lastUse the last days on which it was used
     */
    public static ObjectNode of(Delegation delegation, DelegationState state, LastUse lastUse) {
        ObjectNode json =
                Json.object()
                        .put("owner", delegation.owner().asString())
                        .put("delegate", delegation.delegate().asString());
        ShortForm inShort = delegation.inShort();
        inShort.rights().stream().map(DelegationRight::name).forEach(json.putArray("rights")::add);
        putFolders(json, inShort);
        AccessField.write(json, delegation.entries());
        json.set(
                AutoReplyField.AUTO_REPLY,
                delegation
                        .autoReply()
                        .<JsonNode>map(AutoReplyField::write)
                        .orElse(NullNode.getInstance()));
        return json.put(
                        "notBefore",
                        delegation.validity().notBefore().map(Instant::toString).orElse(null))
                .put(
                        "notAfter",
                        delegation.validity().notAfter().map(Instant::toString).orElse(null))
                .put("note", delegation.note().orElse(null))
                .put("notify", delegation.noticesTo().map(NoticeRecipients::wireName).orElse(null))
                .put("state", state.wireName())
                .<ObjectNode>set("lastUsed", lastUsed(lastUse))
                .put("grantedBy", delegation.grantedBy())
                .put("grantedAt", delegation.grantedAt().toString())
                .put("changedAt", delegation.changedAt().toString());
    }

    private static ObjectNode lastUsed(LastUse lastUse) {
        ObjectNode json = Json.object();
        for (Use use : Use.values()) {
            json.put(use.wireName(), lastUse.day(use).map(LocalDate::toString).orElse(null));
        }
        return json;
    }

    private static void putFolders(ObjectNode json, ShortForm inShort) {
        if (inShort.folders().isEmpty()) {
            json.putNull("folders");
            return;
        }
        ArrayNode folders = json.putArray("folders");
        inShort.folders().get().stream().map(FolderName::asString).forEach(folders::add);
    }
}
