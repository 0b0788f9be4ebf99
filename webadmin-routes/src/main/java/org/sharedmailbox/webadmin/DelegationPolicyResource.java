/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.apache.james.webadmin.utils.Responses;
import org.sharedmailbox.administration.DelegationPolicyService;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.webadmin.dto.PolicyRequest;
import org.sharedmailbox.webadmin.dto.PolicyResponse;
import org.sharedmailbox.webadmin.http.FieldValue;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.QueryParameters;
import org.sharedmailbox.webadmin.http.RequestActor;
import org.sharedmailbox.webadmin.http.RequestPath;
import spark.Request;
import spark.Response;

/** Answers {@code /delegation-policies}. Thread-safe. */
final class DelegationPolicyResource {
    private static final String DEFAULT = "default";

    private final DelegationPolicyService policies;

    @Inject
    DelegationPolicyResource(DelegationPolicyService policies) {
        this.policies = policies;
    }

    /** {@code GET /delegation-policies/{domain}}: returns the policy in force there (200). */
    String get(Request request, Response response) {
        QueryParameters.of(request);
        return Json.write(PolicyResponse.of(policies.inForce(scope(request))));
    }

    /** {@code PUT /delegation-policies/{domain}}: changes the fields that are given (200). */
    String put(Request request, Response response) {
        UnaryOperator<DelegationPolicy> change = PolicyRequest.read(request);
        QueryParameters.of(request);
        return Json.write(
                PolicyResponse.of(policies.put(scope(request), change, RequestActor.of(request))));
    }

    /** {@code DELETE /delegation-policies/{domain}}: returns the domain to the default (204). */
    String delete(Request request, Response response) {
        QueryParameters.of(request);
        policies.remove(scope(request), RequestActor.of(request));
        return Responses.returnNoContent(response);
    }

    private static PolicyScope scope(Request request) {
        String written = RequestPath.of(request).text(1, "domain");
        return written.equals(DEFAULT)
                ? PolicyScope.allOthers()
                : PolicyScope.of(FieldValue.parse("domain", () -> PolicyScope.domain(written)));
    }
}
