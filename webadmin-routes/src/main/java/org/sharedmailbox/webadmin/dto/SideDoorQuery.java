/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.MailboxAddress;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.webadmin.http.Page;
import org.sharedmailbox.webadmin.http.QueryParameters;
import spark.Request;

/** What {@code GET /delegation-audit/side-doors} asks about: one mailbox, or a page of a domain. */
public final class SideDoorQuery {
    private static final String MAILBOX = "mailbox";
    private static final String DOMAIN = "domain";

    private final Optional<Username> mailbox;
    private final Optional<Domain> domain;
    private final Slice slice;

    private SideDoorQuery(Optional<Username> mailbox, Optional<Domain> domain, Slice slice) {
        this.mailbox = mailbox;
        this.domain = domain;
        this.slice = slice;
    }

    /**
     * Reads the query parameters.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the parameter
     */
    public static SideDoorQuery of(Request request) {
        QueryParameters parameters =
                QueryParameters.of(request, MAILBOX, DOMAIN, Page.OFFSET, Page.LIMIT);
        if (parameters.has(MAILBOX) == parameters.has(DOMAIN)) {
            throw RequestRefusedException.invalid(
                    MAILBOX, "Name either 'mailbox' or 'domain', and not both");
        }
        if (parameters.has(MAILBOX)
                && (parameters.has(Page.OFFSET) || parameters.has(Page.LIMIT))) {
            throw RequestRefusedException.invalid(
                    Page.OFFSET, "'offset' and 'limit' are for 'domain' only");
        }
        return new SideDoorQuery(
                parameters.value(MAILBOX, MailboxAddress::parse),
                parameters.value(DOMAIN, (name, text) -> PolicyScope.domain(text)),
                Page.of(parameters).slice());
    }

    /** Returns the mailbox, unless a domain is asked for. */
    public Optional<Username> mailbox() {
        return mailbox;
    }

    /** Returns the domain, unless a mailbox is asked for. */
    public Optional<Domain> domain() {
        return domain;
    }

    /** Returns the page that is asked for, the first if none is. */
    public Slice slice() {
        return slice;
    }
}
