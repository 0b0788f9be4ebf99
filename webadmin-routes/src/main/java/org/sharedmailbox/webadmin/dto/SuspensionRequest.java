/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import java.util.Arrays;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.SuspensionAction;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.MailboxAddress;
import org.sharedmailbox.webadmin.http.QueryParameters;
import org.sharedmailbox.webadmin.http.RequestBody;
import spark.Request;

/**
 * Reads the requests that suspend or resume delegations: all is in the query, nothing in the body.
 */
public final class SuspensionRequest {
    private static final String ACTION = "action";
    private static final String OWNER = "owner";
    private static final String DELEGATE = "delegate";

    private final SuspensionAction action;
    private final Optional<Username> owner;
    private final Optional<Username> delegate;

    private SuspensionRequest(
            SuspensionAction action, Optional<Username> owner, Optional<Username> delegate) {
        this.action = action;
        this.owner = owner;
        this.delegate = delegate;
    }

    /** Decides whether a request to {@code /delegations} is one of these, and no bulk grant. */
    public static boolean isMeant(Request request) {
        return QueryParameters.isGiven(request, ACTION);
    }

    /**
     * Reads what is to be done to the delegation in the path.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the parameter
     */
    public static SuspensionAction action(Request request) {
        return action(request, QueryParameters.of(request, ACTION));
    }

    /**
     * Reads what is to be done to all delegations on a mailbox, or of a person.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the parameter
     */
    public static SuspensionRequest of(Request request) {
        QueryParameters parameters = QueryParameters.of(request, ACTION, OWNER, DELEGATE);
        SuspensionAction action = action(request, parameters);
        Optional<Username> owner = parameters.value(OWNER, MailboxAddress::parse);
        Optional<Username> delegate = parameters.value(DELEGATE, MailboxAddress::parse);
        if (owner.isPresent() == delegate.isPresent()) {
            throw RequestRefusedException.invalid(
                    OWNER,
                    String.format(
                            "Give either 'owner', for all delegations on a mailbox, or 'delegate',"
                                    + " for all that a person holds; for a single one: POST"
                                    + " /delegations/{owner}/{delegate}?action=%s",
                            action.wireName()));
        }
        return new SuspensionRequest(action, owner, delegate);
    }

    private static SuspensionAction action(Request request, QueryParameters parameters) {
        String[] names =
                Arrays.stream(SuspensionAction.values())
                        .map(SuspensionAction::wireName)
                        .toArray(String[]::new);
        String name =
                parameters
                        .oneOf(ACTION, names)
                        .orElseThrow(
                                () ->
                                        RequestRefusedException.invalid(
                                                ACTION,
                                                "'action' is missing; it must be one of "
                                                        + String.join(", ", names)));
        RequestBody.fieldsOf(request);
        return Arrays.stream(SuspensionAction.values())
                .filter(action -> action.wireName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public SuspensionAction action() {
        return action;
    }

    /** Returns the mailbox whose delegations are meant; empty if {@link #delegate} is given. */
    public Optional<Username> owner() {
        return owner;
    }

    /** Returns whose delegations are meant; empty if {@link #owner} is given. */
    public Optional<Username> delegate() {
        return delegate;
    }
}
