/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.webadmin.http.Json;

/**
 * Writes a shared mailbox as the API shows it; a limit that the mailbox does not have itself is
 * null.
 */
public final class MailboxResponse {
    private MailboxResponse() {}

    /** Returns the mailbox as JSON. */
    public static ObjectNode of(SharedMailbox mailbox, MailboxQuota quota, int members) {
        ObjectNode json =
                Json.object()
                        .put("address", mailbox.address().asString())
                        .put("displayName", mailbox.displayName().asString())
                        .put("type", mailbox.type().asString())
                        .put("signIn", mailbox.signInName());
        json.putObject("quota")
                .put("count", quota.count().orElse(null))
                .put("size", quota.size().orElse(null));
        mailbox.sentCopies().stream()
                .sorted()
                .map(DelegationRight::name)
                .forEach(json.putArray("sentCopies")::add);
        return json.put("memberCount", members)
                .put("createdAt", mailbox.createdAt().toString())
                .put("createdBy", mailbox.createdBy());
    }

    /** Adds what the administrator is to know, if there is anything. */
    public static ObjectNode withWarnings(ObjectNode mailbox, List<String> warnings) {
        if (!warnings.isEmpty()) {
            warnings.forEach(mailbox.putArray("warnings")::add);
        }
        return mailbox;
    }
}
