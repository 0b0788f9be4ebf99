/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.james.core.Username;
import org.apache.james.webadmin.utils.Responses;
import org.eclipse.jetty.http.HttpStatus;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationService;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.GrantOutcome;
import org.sharedmailbox.failure.RequestRefusedException;
import spark.Request;
import spark.Response;

/** What {@code /delegations} answers. */
final class DelegationEndpoints {
    private final DelegationService delegations;
    private final AccessResolver access;

    DelegationEndpoints(DelegationService delegations, AccessResolver access) {
        this.delegations = delegations;
        this.access = access;
    }

    /**
     * {@code PUT /delegations/{owner}/{delegate}}: makes the delegation (201), or replaces all of
     * it (200).
     */
    String put(Request request, Response response) {
        DelegationTerms terms = DelegationBody.read(request);
        QueryParameters.of(request);
        Username owner = owner(request);
        Username delegate = delegate(request);
        GrantOutcome outcome = delegations.grant(owner, delegate, terms, RequestActor.of(request));
        response.status(
                outcome == GrantOutcome.CREATED ? HttpStatus.CREATED_201 : HttpStatus.OK_200);
        return present(owner, delegate);
    }

    /** {@code GET /delegations/{owner}/{delegate}}: the delegation (200), or 404. */
    String get(Request request, Response response) {
        QueryParameters.of(request);
        return present(owner(request), delegate(request));
    }

    /** {@code DELETE /delegations/{owner}/{delegate}}: 204, also if there is none. */
    String delete(Request request, Response response) {
        QueryParameters.of(request);
        delegations.revoke(owner(request), delegate(request), RequestActor.of(request));
        return Responses.returnNoContent(response);
    }

    /** {@code GET /delegations/{owner}}: a page of the owner's delegations, by delegate. */
    String list(Request request, Response response) {
        Page page = Page.of(QueryParameters.of(request, Page.OFFSET, Page.LIMIT));
        return Json.write(page.from(delegations.ofOwner(owner(request)), this::answer));
    }

    private String present(Username owner, Username delegate) {
        return delegations
                .find(owner, delegate)
                .map(delegation -> Json.write(answer(delegation)))
                .orElseThrow(
                        () ->
                                RequestRefusedException.notFound(
                                        String.format(
                                                "%1$s is not delegated to %2$s; grant it with"
                                                        + " PUT /delegations/%1$s/%2$s",
                                                owner.asString(), delegate.asString())));
    }

    private ObjectNode answer(Delegation delegation) {
        return DelegationAnswer.of(delegation, access.stateOf(delegation));
    }

    private static Username owner(Request request) {
        return RequestPath.of(request).address(1, "owner");
    }

    private static Username delegate(Request request) {
        return RequestPath.of(request).address(2, "delegate");
    }
}
