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
        return ImmutableMap.<String, String>builder()
                .put("enabled", String.valueOf(policy.enabled()))
                .put("personalDelegation", String.valueOf(policy.personalDelegation()))
                .put("allowedRights", DelegationRight.names(policy.allowedRights()))
                .put("maxMembers", String.valueOf(policy.maxMembers()))
                .put("maxDuration", policy.maxDuration().map(IsoDuration::of).orElse("unlimited"))
                .put(
                        "otherDomains",
                        policy.otherDomains().stream()
                                .map(Domain::asString)
                                .collect(Collectors.joining(", ")))
                .put("notify", policy.noticesTo().wireName())
                .build();
    }
}
