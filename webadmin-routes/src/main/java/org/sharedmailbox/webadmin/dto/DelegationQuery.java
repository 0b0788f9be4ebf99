/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.DelegationState;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.MailboxAddress;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.webadmin.http.Page;
import org.sharedmailbox.webadmin.http.QueryParameters;
import org.sharedmailbox.webadmin.http.Quoted;
import org.sharedmailbox.webadmin.http.Times;
import spark.Request;

/** The delegations that {@code GET /delegations} asks for: a filter and a page. */
public final class DelegationQuery {
    private final QueryParameters parameters;
    private final DelegationFilter filter;

    private DelegationQuery(QueryParameters parameters, DelegationFilter filter) {
        this.parameters = parameters;
        this.filter = filter;
    }

    /**
     * Reads the query parameters.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the parameter
     */
    public static DelegationQuery of(Request request) {
        QueryParameters parameters =
                QueryParameters.of(
                        request,
                        "owner",
                        "delegate",
                        "domain",
                        "right",
                        "state",
                        "expiringBefore",
                        "unusedSince",
                        Page.OFFSET,
                        Page.LIMIT);
        DelegationFilter.Builder filter = DelegationFilter.builder();
        parameters.value("owner", MailboxAddress::parse).ifPresent(filter::owner);
        parameters.value("delegate", MailboxAddress::parse).ifPresent(filter::delegate);
        parameters
                .value("domain", (name, text) -> PolicyScope.domain(text))
                .ifPresent(filter::domain);
        parameters.value("right", DelegationQuery::right).ifPresent(filter::right);
        parameters.value("state", DelegationQuery::state).ifPresent(filter::state);
        parameters.value("expiringBefore", Times::parse).ifPresent(filter::expiringBefore);
        parameters.value("unusedSince", Times::parseDay).ifPresent(filter::unusedSince);
        return new DelegationQuery(parameters, filter.build());
    }

    private static DelegationRight right(String name, String text) {
        return RightNames.parse(name, Arrays.asList(text)).iterator().next();
    }

    private static DelegationState state(String name, String text) {
        return Arrays.stream(DelegationState.values())
                .filter(state -> state.wireName().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                RequestRefusedException.invalid(
                                        name,
                                        String.format(
                                                "'%s' is %s; it must be one of %s",
                                                name,
                                                Quoted.of(text),
                                                Arrays.stream(DelegationState.values())
                                                        .map(DelegationState::wireName)
                                                        .collect(Collectors.joining(", ")))));
    }

    /** Decides whether the header {@code Accept} names CSV before JSON. */
    public static boolean wantsCsv(Request request) {
        String accepted = Strings.nullToEmpty(request.headers("Accept")).toLowerCase(Locale.ROOT);
        return Splitter.on(',')
                .trimResults()
                .splitToStream(accepted)
                .filter(range -> range.startsWith("text/csv") || range.contains("json"))
                .findFirst()
                .filter(range -> range.startsWith("text/csv"))
                .isPresent();
    }

    /** Returns the filter that the delegations have to pass. */
    public DelegationFilter filter() {
        return filter;
    }

    /** Returns the page that is asked for, the first if none is. */
    public Slice slice() {
        return Page.of(parameters).slice();
    }

    /** Returns whether a page is asked for: a file is wanted whole otherwise. */
    public boolean isPaged() {
        return parameters.has(Page.OFFSET) || parameters.has(Page.LIMIT);
    }
}
