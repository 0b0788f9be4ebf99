/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sharedmailbox.audit.Actor;

/** What an administrator does to the suspension of a delegation. */
public enum SuspensionAction {
    SUSPEND("suspended"),
    RESUME("resumed");

    private final String outcome;

    SuspensionAction(String outcome) {
        this.outcome = outcome;
    }

    /** Returns the name that the API has for it. */
    public String wireName() {
        return name().toLowerCase(ROOT);
    }

    /** Returns whether the delegation is already as this would leave it. */
    boolean isDoneTo(Delegation delegation) {
        return delegation.suspension().isPresent() == (this == SUSPEND);
    }

    Delegation applyTo(Delegation delegation, Instant at, Actor actor) {
        return delegation.toBuilder()
                .suspension(
                        this == SUSPEND
                                ? Optional.of(Suspension.of(at, actor.name()))
                                : Optional.empty())
                .build();
    }

    /** Returns what people are told of it. */
    NoticeKind toTell() {
        return this == SUSPEND ? NoticeKind.SUSPENDED : NoticeKind.RESUMED;
    }

    /** Returns what the audit log says of the delegation after it. */
    Map<String, String> auditDetails(Delegation after) {
        ImmutableMap.Builder<String, String> details = ImmutableMap.builder();
        DelegationAuditDetails.of(after)
                .forEach(
                        (key, value) -> {
                            if (!key.equals(DelegationAuditDetails.STATE)) {
                                details.put(key, value);
                            }
                        });
        return details.put(DelegationAuditDetails.STATE, outcome).build();
    }
}
