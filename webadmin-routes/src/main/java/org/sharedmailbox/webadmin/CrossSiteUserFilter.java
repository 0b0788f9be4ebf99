/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.webadmin.http.CrossSiteGuard;
import org.sharedmailbox.webadmin.http.ErrorMapping;
import org.sharedmailbox.webadmin.http.RequestPath;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * Keeps web pages of other sites from changing, through James's own routes of users, an account on
 * which something of ours hangs: a shared mailbox, or one that gives or holds delegations. To give
 * it a password, to let others in or to rename it would be to give away what was delegated. All
 * other users, and clients that are no browsers, are James's to judge. Thread-safe.
 */
final class CrossSiteUserFilter {
    private static final String USERS = "/users/*";
    private static final ImmutableSet<String> READING = ImmutableSet.of("GET", "HEAD", "OPTIONS");

    private final CrossSiteGuard guard;
    private final SharedMailboxes mailboxes;
    private final Delegations delegations;

    @Inject
    CrossSiteUserFilter(CrossSiteGuard guard, SharedMailboxes mailboxes, Delegations delegations) {
        this.guard = guard;
        this.mailboxes = mailboxes;
        this.delegations = delegations;
    }

    /** Stands in front of the routes, behind James's filters, which authenticate. */
    void define(Service http) {
        http.before(USERS, this::refuse);
    }

    private void refuse(Request request, Response response) {
        if (isReading(request) || !CrossSiteGuard.isFromPage(request)) {
            return;
        }
        Optional<String> reason = guard.refusal(request);
        if (reason.isPresent() && concernsUs(request)) {
            throw ErrorMapping.forbidden(reason.get());
        }
    }

    /** A header can make Spark take one method for another. */
    private static boolean isReading(Request request) {
        return READING.contains(request.requestMethod())
                && request.headers("X-HTTP-Method-Override") == null;
    }

    /** Decides whether one of the users in the path is ours; what cannot be known is. */
    private boolean concernsUs(Request request) {
        try {
            return RequestPath.of(request).texts().stream()
                    .filter(segment -> segment.indexOf('@') > 0)
                    .map(Username::of)
                    .anyMatch(this::isOurs);
        } catch (StoreUnavailableException | IllegalArgumentException e) {
            return true;
        }
    }

    private boolean isOurs(Username user) {
        return mailboxes.find(user).isPresent()
                || !delegations.ofDelegate(user).isEmpty()
                || !delegations.ofOwner(user).isEmpty();
    }
}
