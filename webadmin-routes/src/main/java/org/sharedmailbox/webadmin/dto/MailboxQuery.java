/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import java.time.Instant;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.MailboxFilter;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.model.MailboxAddress;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.webadmin.http.Page;
import org.sharedmailbox.webadmin.http.QueryParameters;
import spark.Request;

/** The mailboxes that {@code GET /shared-mailboxes} asks for: a filter and a page. */
public final class MailboxQuery {
    private final MailboxFilter filter;
    private final Slice slice;

    private MailboxQuery(MailboxFilter filter, Slice slice) {
        this.filter = filter;
        this.slice = slice;
    }

    /**
     * Reads the query parameters.
     *
     * @param now the time at which somebody has to be a member
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the parameter
     */
    public static MailboxQuery of(Request request, Instant now) {
        QueryParameters parameters =
                QueryParameters.of(request, "domain", "type", "member", Page.OFFSET, Page.LIMIT);
        MailboxFilter.Builder filter = MailboxFilter.builder().membersAt(now);
        parameters
                .value("domain", (name, text) -> PolicyScope.domain(text))
                .ifPresent(filter::domain);
        parameters
                .value("type", (name, text) -> SharedMailboxTypeName.of(text))
                .ifPresent(filter::type);
        parameters.value("member", MailboxAddress::parse).ifPresent(filter::member);
        return new MailboxQuery(filter.build(), Page.of(parameters).slice());
    }

    /** Returns the filter that the mailboxes have to pass. */
    public MailboxFilter filter() {
        return filter;
    }

    /** Returns the page that is asked for, the first if none is. */
    public Slice slice() {
        return slice;
    }
}
