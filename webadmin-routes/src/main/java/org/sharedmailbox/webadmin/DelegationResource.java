/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.io.IOException;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.james.core.Username;
import org.apache.james.webadmin.utils.Responses;
import org.eclipse.jetty.http.HttpStatus;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.BulkChange;
import org.sharedmailbox.delegation.BulkGrantService;
import org.sharedmailbox.delegation.BulkOutcome;
import org.sharedmailbox.delegation.CurrentNames;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.DelegationService;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.DelegationUseStore;
import org.sharedmailbox.delegation.GrantOutcome;
import org.sharedmailbox.delegation.GrantedDelegation;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.bulk.BulkRequest;
import org.sharedmailbox.webadmin.bulk.BulkResponse;
import org.sharedmailbox.webadmin.dto.BulkQuery;
import org.sharedmailbox.webadmin.dto.DelegationQuery;
import org.sharedmailbox.webadmin.dto.DelegationRequest;
import org.sharedmailbox.webadmin.dto.DelegationResponse;
import org.sharedmailbox.webadmin.dto.SuspensionRequest;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.Page;
import org.sharedmailbox.webadmin.http.QueryParameters;
import org.sharedmailbox.webadmin.http.RequestActor;
import org.sharedmailbox.webadmin.http.RequestPath;
import spark.Request;
import spark.Response;

/** Answers {@code /delegations}. Thread-safe. */
final class DelegationResource {
    private final DelegationService delegations;
    private final BulkGrantService bulk;
    private final Provider<ReconcileResource> tasks;
    private final DelegationListing listed;
    private final AccessResolver access;
    private final CurrentNames names;
    private final DelegationUseStore uses;
    private final SuspensionResource suspensions;

    @Inject
    DelegationResource(
            DelegationService delegations,
            BulkGrantService bulk,
            Provider<ReconcileResource> tasks,
            DelegationListing listed,
            AccessResolver access,
            CurrentNames names,
            DelegationUseStore uses,
            SuspensionResource suspensions) {
        this.delegations = delegations;
        this.bulk = bulk;
        this.tasks = tasks;
        this.listed = listed;
        this.access = access;
        this.names = names;
        this.uses = uses;
        this.suspensions = suspensions;
    }

    /**
     * {@code PUT /delegations/{owner}/{delegate}}: creates the delegation (201), or replaces all of
     * it (200).
     */
    String put(Request request, Response response) {
        DelegationTerms terms = DelegationRequest.read(request);
        QueryParameters.of(request);
        Username owner = owner(request);
        Username delegate = delegate(request);
        GrantedDelegation granted =
                delegations.grant(owner, delegate, terms, RequestActor.of(request));
        response.status(
                granted.outcome() == GrantOutcome.CREATED
                        ? HttpStatus.CREATED_201
                        : HttpStatus.OK_200);
        return respond(granted.delegation());
    }

    /** {@code GET /delegations/{owner}/{delegate}}: returns the delegation (200), or 404. */
    String get(Request request, Response response) {
        QueryParameters.of(request);
        Username owner = owner(request);
        Username delegate = delegate(request);
        return delegations
                .find(owner, delegate)
                .map(this::respond)
                .orElseThrow(
                        () ->
                                RequestRefusedException.notFound(
                                        String.format(
                                                "%1$s is not delegated to %2$s; grant it with"
                                                        + " PUT /delegations/%1$s/%2$s",
                                                owner.asString(), delegate.asString())));
    }

    /** {@code DELETE /delegations/{owner}/{delegate}}: ends it (204), also if there is none. */
    String delete(Request request, Response response) {
        QueryParameters.of(request);
        delegations.revoke(owner(request), delegate(request), RequestActor.of(request));
        return Responses.returnNoContent(response);
    }

    /** {@code GET /delegations/{owner}}: returns a page of the owner's delegations, by delegate. */
    String listOfOwner(Request request, Response response) {
        Page page = Page.of(QueryParameters.of(request, Page.OFFSET, Page.LIMIT));
        Username owner = owner(request);
        delegations.requireAccountNotAlias(owner);
        return listed.page(DelegationFilter.builder().owner(owner).build(), page.slice());
    }

    /**
     * {@code GET /delegations}: returns a page of all delegations that pass the filter; as CSV all
     * of them, unless a page is asked for.
     */
    String list(Request request, Response response) throws IOException {
        DelegationQuery query = DelegationQuery.of(request);
        if (DelegationQuery.wantsCsv(request)) {
            listed.download(query, response.raw());
            return "";
        }
        return listed.page(query.filter(), query.slice());
    }

    /** Returns what answers the requests that suspend and resume. */
    SuspensionResource suspensions() {
        return suspensions;
    }

    /**
     * {@code POST /delegations}: with an {@code action} suspends or resumes many, with a {@code
     * task} has James run it, else grants.
     */
    String changeMany(Request request, Response response) {
        if (QueryParameters.isGiven(request, ReconcileResource.TASK)) {
            return tasks.get().reconcile(request, response);
        }
        return SuspensionRequest.isMeant(request)
                ? suspensions.changeAll(request, response)
                : grantMany(request);
    }

    /**
     * {@code POST /delegations}: grants all delegations of a JSON array or a CSV, or none (200).
     * {@code ?dryRun=true} only reports what that would do; {@code ?mode=exact} also revokes what
     * the body does not name.
     */
    private String grantMany(Request request) {
        BulkQuery query = BulkQuery.of(request);
        BulkChange change = BulkRequest.of(request).change(query.exact());
        BulkOutcome outcome = bulk.apply(change, query.dryRun(), RequestActor.of(request));
        return Json.write(BulkResponse.of(outcome, query));
    }

    private String respond(Delegation delegation) {
        return Json.write(
                DelegationResponse.of(
                        names.in(delegation),
                        access.stateOf(delegation),
                        uses.lastUse(delegation.owner(), delegation.delegate())));
    }

    private static Username owner(Request request) {
        return RequestPath.of(request).address(1, "owner");
    }

    private static Username delegate(Request request) {
        return RequestPath.of(request).address(2, "delegate");
    }
}
