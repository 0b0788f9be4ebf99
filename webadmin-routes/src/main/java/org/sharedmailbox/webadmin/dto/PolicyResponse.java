/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.james.core.Domain;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.IsoDuration;
import org.sharedmailbox.webadmin.http.Json;

/** Writes a policy as the API shows it: without a maximum duration, that is null. */
public final class PolicyResponse {
    private PolicyResponse() {}

    /** Returns the policy as JSON. */
    public static ObjectNode of(DelegationPolicy policy) {
        ObjectNode json =
                Json.object()
                        .put("enabled", policy.enabled())
                        .put("personalDelegation", policy.personalDelegation());
        policy.allowedRights().stream()
                .sorted()
                .map(Enum::name)
                .forEach(json.putArray("allowedRights")::add);
        json.put("maxMembers", policy.maxMembers())
                .put("maxDuration", policy.maxDuration().map(IsoDuration::of).orElse(null));
        policy.otherDomains().stream()
                .map(Domain::asString)
                .sorted()
                .forEach(json.putArray("otherDomains")::add);
        return json.put("notify", policy.noticesTo().wireName());
    }
}
