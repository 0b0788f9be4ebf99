/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sharedmailbox.mailbox.SharedMailbox;

/** The details of a shared mailbox in the audit log; never its password. */
final class MailboxAuditDetails {
    private MailboxAuditDetails() {}

    /**
     * @param ended sentences about what a former owner had left behind
     */
    static Map<String, String> of(
            SharedMailbox mailbox, SharedMailboxRequest request, List<String> ended) {
        ImmutableMap.Builder<String, String> details = ImmutableMap.builder();
        details.put("displayName", mailbox.displayName().asString());
        details.put("type", mailbox.type().asString());
        details.put("signIn", mailbox.signInName());
        details.put("sentCopies", mailbox.sentCopies().toString());
        request.password().ifPresent(any -> details.put("password", "set"));
        request.quota()
                .ifPresent(
                        quota -> {
                            details.put("quota.count", limit(quota.count()));
                            details.put("quota.size", limit(quota.size()));
                        });
        putEnded(details, ended);
        return details.build();
    }

    /** Adds what was ended, if anything was. */
    static void putEnded(ImmutableMap.Builder<String, String> details, List<String> ended) {
        if (!ended.isEmpty()) {
            details.put("ended", String.join("; ", ended));
        }
    }

    private static String limit(Optional<Long> limit) {
        return limit.map(String::valueOf).orElse("none of its own");
    }
}
