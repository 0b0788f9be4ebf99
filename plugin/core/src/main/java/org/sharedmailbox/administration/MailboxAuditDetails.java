/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.sharedmailbox.mailbox.SharedMailbox;

/** The details of a shared mailbox in the audit log; never its password. */
final class MailboxAuditDetails {
    private MailboxAuditDetails() {}

    static Map<String, String> of(SharedMailbox mailbox, SharedMailboxRequest request) {
        ImmutableMap.Builder<String, String> details = ImmutableMap.builder();
        details.put("displayName", mailbox.displayName().asString());
        details.put("type", mailbox.type().asString());
        details.put("signIn", mailbox.signIn().wireName());
        details.put("sentCopies", mailbox.sentCopies().toString());
        request.password().ifPresent(any -> details.put("password", "set"));
        request.quota()
                .ifPresent(
                        quota -> {
                            details.put("quota.count", limit(quota.count()));
                            details.put("quota.size", limit(quota.size()));
                        });
        return details.build();
    }

    private static String limit(Optional<Long> limit) {
        return limit.map(String::valueOf).orElse("none of its own");
    }
}
