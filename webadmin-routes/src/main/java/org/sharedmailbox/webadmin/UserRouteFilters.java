/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.eclipse.jetty.http.HttpStatus;
import org.sharedmailbox.administration.AccountEndService;
import org.sharedmailbox.administration.AccountRenameService;
import org.sharedmailbox.administration.OutsidePasswordService;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.webadmin.http.ErrorMapping;
import org.sharedmailbox.webadmin.http.RequestActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * Filters around James's own routes of users, because James tells nobody when it deletes, makes or
 * renames an account, or sets a password: delegations end with the account that they hang on,
 * before another one can get its name, and follow one that is renamed; a shared mailbox that
 * somebody can sign in to is not taken for blocked. Thread-safe.
 */
final class UserRouteFilters {
    private static final Logger LOGGER = LoggerFactory.getLogger(UserRouteFilters.class);

    private static final String USER = "/users/:userName";
    private static final String RENAME = "/users/:oldUser/rename/:newUser";

    private final Accounts accounts;
    private final AccountEndService ends;
    private final AccountRenameService renames;
    private final OutsidePasswordService passwords;

    @Inject
    UserRouteFilters(
            Accounts accounts,
            AccountEndService ends,
            AccountRenameService renames,
            OutsidePasswordService passwords) {
        this.accounts = accounts;
        this.ends = ends;
        this.renames = renames;
        this.passwords = passwords;
    }

    /**
     * Stands around the routes, whichever class defines them, and whenever. Filters run in the
     * order of their definition, and James defines its own, which authenticate, before ours.
     */
    void define(Service http) {
        http.before(USER, this::beforeCreation);
        http.afterAfter(USER, this::afterDeletion);
        http.afterAfter(USER, this::afterPassword);
        http.before(RENAME, this::beforeRename);
        http.afterAfter(RENAME, this::afterRename);
    }

    /**
     * Ends what an earlier account of the name has left behind. If that is not possible now, no
     * account is made: it would inherit.
     */
    private void beforeCreation(Request request, Response response) {
        Optional<Username> user = userOf(request, ":userName");
        if (user.isPresent() && method(request).equals("PUT")) {
            try {
                endIfAbsent(user.get(), request);
            } catch (StoreUnavailableException e) {
                LOGGER.warn("{} cannot be made now: {}", user.get().asString(), e.getMessage());
                throw ErrorMapping.unavailable(
                        "The store of shared mailboxes cannot be reached. An account that is made"
                                + " now could inherit what an earlier one of that name had; try"
                                + " again later");
            }
        }
    }

    private void afterDeletion(Request request, Response response) {
        Optional<Username> user = userOf(request, ":userName");
        boolean deleted = HttpStatus.isSuccess(response.status());
        if (user.isPresent() && deleted && method(request).equals("DELETE")) {
            try {
                endIfAbsent(user.get(), request);
            } catch (RuntimeException e) {
                // Nothing is believed about an account that is gone, and none is made meanwhile.
                LOGGER.warn("What hung on {} is ended later", user.get().asString(), e);
            }
        }
    }

    /** Permits it, because it is not known to be a mistake, but tells what it means. */
    private void afterPassword(Request request, Response response) {
        Optional<Username> user = userOf(request, ":userName");
        boolean done = HttpStatus.isSuccess(response.status());
        if (user.isPresent() && done && method(request).equals("PUT")) {
            try {
                passwords.noticed(
                        user.get(), "password set by PUT /users", RequestActor.of(request));
            } catch (RuntimeException e) {
                LOGGER.error(
                        "The password of {} was set while the store could not be reached: if it is"
                                + " a shared mailbox, somebody can sign in to it, and nobody is"
                                + " told. Repeat the request when the store is back",
                        user.get().asString(),
                        e);
            }
        }
    }

    private void endIfAbsent(Username user, Request request) {
        Instant seenAt = ends.now();
        if (!accounts.exists(user)) {
            ends.ended(user, seenAt, RequestActor.of(request));
        }
    }

    /**
     * Refuses to put two accounts' mail together, of which one has delegates. Not with {@code
     * fromStep}: that is how a rename that has failed on its way is continued.
     */
    private void beforeRename(Request request, Response response) {
        Optional<Username> from = userOf(request, ":oldUser");
        Optional<Username> to = userOf(request, ":newUser");
        boolean begins = method(request).equals("POST") && request.queryParams("fromStep") == null;
        if (begins && from.isPresent() && to.isPresent()) {
            try {
                renames.requireSeparable(from.get(), to.get());
            } catch (RequestRefusedException e) {
                throw ErrorMapping.halt(e);
            } catch (StoreUnavailableException e) {
                LOGGER.warn("{} is not renamed now: {}", from.get().asString(), e.getMessage());
                throw ErrorMapping.unavailable(
                        "The store of shared mailboxes cannot be reached, and the delegations could"
                                + " not follow; try again later");
            }
        }
    }

    /** James answers 201 once the task that moves the mail is on its way. */
    private void afterRename(Request request, Response response) {
        Optional<Username> from = userOf(request, ":oldUser");
        Optional<Username> to = userOf(request, ":newUser");
        if (response.status() == HttpStatus.CREATED_201 && from.isPresent() && to.isPresent()) {
            try {
                renames.renamed(from.get(), to.get(), RequestActor.of(request));
            } catch (RuntimeException e) {
                LOGGER.error(
                        "The delegations of {} do not follow to {}; repeat the request, with"
                                + " &fromStep=MailboxUsernameChangeTaskStep",
                        from.get().asString(),
                        to.get().asString(),
                        e);
            }
        }
    }

    /** Returns the user as James reads the path; empty if it refuses the name. */
    private static Optional<Username> userOf(Request request, String parameter) {
        try {
            return Optional.ofNullable(request.params(parameter)).map(Username::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the method by which Spark finds the route, which a header can override. */
    private static String method(Request request) {
        return Optional.ofNullable(request.headers("X-HTTP-Method-Override"))
                .orElseGet(request::requestMethod)
                .toUpperCase(Locale.ROOT);
    }
}
