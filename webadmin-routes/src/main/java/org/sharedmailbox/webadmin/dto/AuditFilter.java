/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditCursor;
import org.sharedmailbox.audit.AuditQuery;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.MailboxAddress;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.webadmin.http.Page;
import org.sharedmailbox.webadmin.http.QueryParameters;
import org.sharedmailbox.webadmin.http.Quoted;
import org.sharedmailbox.webadmin.http.Times;
import spark.Request;

/** The entries of the audit log that {@code GET /delegation-audit} asks for. */
public final class AuditFilter {
    private static final String CURSOR = "cursor";
    private static final Splitter LIST = Splitter.on(',').trimResults();
    private static final String ALL_OF_A_KIND = ".*";

    private final QueryParameters parameters;
    private final AuditQuery query;
    private final CursorText cursors;

    private AuditFilter(QueryParameters parameters, AuditQuery query, CursorText cursors) {
        this.parameters = parameters;
        this.query = query;
        this.cursors = cursors;
    }

    /**
     * Reads the query parameters.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the parameter
     */
    public static AuditFilter of(Request request) {
        QueryParameters parameters =
                QueryParameters.of(
                        request,
                        "mailbox",
                        "actor",
                        "action",
                        "since",
                        "until",
                        Page.LIMIT,
                        CURSOR);
        AuditQuery.Builder query = AuditQuery.builder();
        parameters.value("mailbox", AuditFilter::mailbox).ifPresent(query::mailbox);
        parameters.value("actor", AuditFilter::actors).ifPresent(query::actors);
        parameters.value("action", AuditFilter::actions).ifPresent(query::actions);
        parameters.value("since", Times::parse).ifPresent(query::since);
        parameters.value("until", Times::parse).ifPresent(query::until);
        AuditQuery first = query.limit(Page.limit(parameters)).build();
        requireSomeTime(first);
        CursorText cursors = CursorText.of(first);
        return new AuditFilter(
                parameters,
                parameters.value(CURSOR, cursors::parse).map(first::goOnAfter).orElse(first),
                cursors);
    }

    /** The entry of a policy names its domain, or {@code default}, in place of a mailbox. */
    private static Username mailbox(String name, String text) {
        return text.indexOf('@') < 0
                ? Username.of(PolicyScope.domain(text).asString())
                : MailboxAddress.parse(name, text);
    }

    /** Logins of administrators are recorded as they are, those of accounts in lower case. */
    private static ImmutableSet<String> actors(String name, String text) {
        if (text.isEmpty()) {
            throw RequestRefusedException.invalid(
                    name,
                    "'actor' is empty; write a login, e.g. alice@example.com, webadmin or system");
        }
        if (CharMatcher.javaIsoControl().matchesAnyOf(text)) {
            throw RequestRefusedException.invalid(
                    name,
                    "'actor' has a control character; write the login as the audit log shows it");
        }
        return ImmutableSet.of(text, text.toLowerCase(Locale.ROOT));
    }

    private static ImmutableSet<AuditAction> actions(String name, String text) {
        return LIST.splitToStream(text)
                .flatMap(wanted -> actionsNamed(name, wanted).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Set<AuditAction> actionsNamed(String name, String wanted) {
        ImmutableSet<AuditAction> named =
                Arrays.stream(AuditAction.values())
                        .filter(action -> isMeant(action.wireName(), wanted))
                        .collect(ImmutableSet.toImmutableSet());
        if (named.isEmpty()) {
            throw RequestRefusedException.invalid(
                    name,
                    String.format(
                            "'%s' names %s, which is no action; the actions are %s; delegation.*"
                                    + " stands for all that begin so",
                            name,
                            Quoted.of(wanted),
                            Arrays.stream(AuditAction.values())
                                    .map(AuditAction::wireName)
                                    .collect(Collectors.joining(", "))));
        }
        return named;
    }

    private static boolean isMeant(String action, String wanted) {
        return action.equals(wanted)
                || wanted.endsWith(ALL_OF_A_KIND)
                        && wanted.equals(action.replaceFirst("[.].*", ALL_OF_A_KIND));
    }

    private static void requireSomeTime(AuditQuery query) {
        if (query.since().isPresent()
                && query.until().isPresent()
                && !query.since().get().isBefore(query.until().get())) {
            throw RequestRefusedException.invalid(
                    "until",
                    "'until' is not after 'since': the entries are those from 'since' on, and"
                            + " before 'until'");
        }
    }

    /** Returns the query, for the page that is asked for, the first if none is. */
    public AuditQuery query() {
        return query;
    }

    /** Decides whether a page is asked for, and not everything. */
    public boolean isPaged() {
        return parameters.has(Page.LIMIT) || parameters.has(CURSOR);
    }

    /** Returns the place as the client is to send it back with the same conditions. */
    public String write(AuditCursor place) {
        return cursors.write(place);
    }
}
