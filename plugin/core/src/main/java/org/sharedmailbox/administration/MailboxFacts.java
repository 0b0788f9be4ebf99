/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.sharedmailbox.mailbox.SharedMailbox;

/** What the audit log tells of a shared mailbox; never its password. */
final class MailboxFacts {
    private MailboxFacts() {}

    static Map<String, String> of(SharedMailbox mailbox, SharedMailboxRequest request) {
        ImmutableMap.Builder<String, String> facts = ImmutableMap.builder();
        facts.put("displayName", mailbox.displayName().asString());
        facts.put("type", mailbox.type().asString());
        facts.put("signIn", mailbox.signIn().wireName());
        facts.put("sentCopies", mailbox.sentCopies().toString());
        request.password().ifPresent(any -> facts.put("password", "set"));
        request.quota()
                .ifPresent(
                        quota -> {
                            facts.put("quota.count", limit(quota.count()));
                            facts.put("quota.size", limit(quota.size()));
                        });
        return facts.build();
    }

    /** Whether the request changes what only James keeps. */
    static boolean concernsJames(SharedMailboxRequest request) {
        return request.password().isPresent() || request.quota().isPresent();
    }

    private static String limit(Optional<Long> limit) {
        return limit.map(String::valueOf).orElse("none of its own");
    }
}
