/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;

/** What the audit log tells of a delegation. */
final class DelegationFacts {
    private DelegationFacts() {}

    static AuditEntry entry(Instant at, Actor actor, AuditAction action, Delegation delegation) {
        return AuditEntry.of(
                at,
                actor,
                action,
                delegation.owner(),
                Optional.of(delegation.delegate()),
                of(delegation));
    }

    private static Map<String, String> of(Delegation delegation) {
        ImmutableMap.Builder<String, String> facts = ImmutableMap.builder();
        facts.put("rights", delegation.rights().toString());
        facts.put("folders", delegation.folders().toString());
        delegation.validity().notBefore().ifPresent(at -> facts.put("notBefore", at.toString()));
        delegation.validity().notAfter().ifPresent(at -> facts.put("notAfter", at.toString()));
        delegation.note().ifPresent(note -> facts.put("note", note));
        return facts.build();
    }
}
