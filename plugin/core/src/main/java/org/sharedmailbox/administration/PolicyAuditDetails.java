/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.core.Domain;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.IsoDuration;

/** The details of a policy in the audit log. */
final class PolicyAuditDetails {
    private PolicyAuditDetails() {}

    static Map<String, String> of(DelegationPolicy policy) {
        return ImmutableMap.of(
                "enabled", String.valueOf(policy.enabled()),
                "personalDelegation", String.valueOf(policy.personalDelegation()),
                "allowedRights", DelegationRight.names(policy.allowedRights()),
                "maxMembers", String.valueOf(policy.maxMembers()),
                "maxDuration", policy.maxDuration().map(IsoDuration::of).orElse("unlimited"),
                "otherDomains",
                        policy.otherDomains().stream()
                                .map(Domain::asString)
                                .collect(Collectors.joining(", ")));
    }
}
