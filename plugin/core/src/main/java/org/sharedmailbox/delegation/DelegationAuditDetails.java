/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;

/** The details of a delegation in the audit log. */
final class DelegationAuditDetails {
    static final String STATE = "state";

    private DelegationAuditDetails() {}

    static AuditEntry entry(Instant at, Actor actor, AuditAction action, Delegation delegation) {
        return AuditEntry.of(
                at,
                actor,
                action,
                delegation.owner(),
                Optional.of(delegation.delegate()),
                of(delegation));
    }

    static Map<String, String> of(Delegation delegation) {
        ImmutableMap.Builder<String, String> details = ImmutableMap.builder();
        ShortForm inShort = delegation.inShort();
        details.put("rights", inShort.rights().toString());
        if (inShort.saysAll()) {
            details.put(
                    "folders",
                    inShort.folders()
                            .map(names -> Joiner.on(", ").join(names))
                            .orElse("all folders"));
        } else {
            details.put("access", delegation.entries().toString());
        }
        delegation.validity().notBefore().ifPresent(at -> details.put("notBefore", at.toString()));
        delegation.validity().notAfter().ifPresent(at -> details.put("notAfter", at.toString()));
        delegation.note().ifPresent(note -> details.put("note", note));
        delegation.suspension().ifPresent(since -> details.put(STATE, "suspended"));
        return details.build();
    }
}
