/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.CurrentNames;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationUseStore;
import org.sharedmailbox.delegation.SuspensionAction;
import org.sharedmailbox.delegation.SuspensionService;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.dto.DelegationResponse;
import org.sharedmailbox.webadmin.dto.SuspensionRequest;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.RequestActor;
import org.sharedmailbox.webadmin.http.RequestPath;
import spark.Request;
import spark.Response;

/** Answers the part of {@code /delegations} that suspends and resumes. Thread-safe. */
final class SuspensionResource {
    private final SuspensionService suspensions;
    private final AccessResolver access;
    private final CurrentNames names;
    private final DelegationUseStore uses;

    @Inject
    SuspensionResource(
            SuspensionService suspensions,
            AccessResolver access,
            CurrentNames names,
            DelegationUseStore uses) {
        this.suspensions = suspensions;
        this.access = access;
        this.names = names;
        this.uses = uses;
    }

    /**
     * {@code POST /delegations/{owner}/{delegate}?action=suspend|resume}: returns the delegation
     * (200), or 404.
     */
    String change(Request request, Response response) {
        SuspensionAction action = SuspensionRequest.action(request);
        RequestPath path = RequestPath.of(request);
        Username owner = path.address(1, "owner");
        Username delegate = path.address(2, "delegate");
        Delegation delegation =
                suspensions
                        .change(action, owner, delegate, RequestActor.of(request))
                        .orElseThrow(
                                () ->
                                        RequestRefusedException.notFound(
                                                String.format(
                                                        "%s is not delegated to %s; there is"
                                                                + " nothing to %s",
                                                        owner.asString(),
                                                        delegate.asString(),
                                                        action.wireName())));
        return Json.write(
                DelegationResponse.of(
                        names.in(delegation),
                        access.stateOf(delegation),
                        uses.lastUse(delegation.owner(), delegation.delegate())));
    }

    /**
     * {@code POST /delegations?action=suspend|resume&owner=} or {@code &delegate=}: does it to all
     * on a mailbox, or of a person (200).
     */
    String changeAll(Request request, Response response) {
        SuspensionRequest wanted = SuspensionRequest.of(request);
        Actor actor = RequestActor.of(request);
        int changed =
                wanted.owner()
                        .map(owner -> suspensions.changeAllOn(wanted.action(), owner, actor))
                        .or(
                                () ->
                                        wanted.delegate()
                                                .map(
                                                        delegate ->
                                                                suspensions.changeAllOf(
                                                                        wanted.action(),
                                                                        delegate,
                                                                        actor)))
                        .orElseThrow();
        return Json.write(Json.object().put("changed", changed));
    }
}
