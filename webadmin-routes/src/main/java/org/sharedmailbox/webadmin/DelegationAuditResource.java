/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.io.IOException;
import javax.inject.Inject;
import org.sharedmailbox.audit.AuditTrail;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.sidedoor.SideDoorService;
import org.sharedmailbox.webadmin.bulk.AuditCsv;
import org.sharedmailbox.webadmin.dto.AuditFilter;
import org.sharedmailbox.webadmin.dto.AuditResponse;
import org.sharedmailbox.webadmin.dto.DelegationQuery;
import org.sharedmailbox.webadmin.dto.SideDoorQuery;
import org.sharedmailbox.webadmin.dto.SideDoorResponse;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.Page;
import spark.Request;
import spark.Response;

/** Answers {@code /delegation-audit}. Thread-safe. */
final class DelegationAuditResource {
    private final AuditTrail trail;
    private final SideDoorService sideDoors;

    @Inject
    DelegationAuditResource(AuditTrail trail, SideDoorService sideDoors) {
        this.trail = trail;
        this.sideDoors = sideDoors;
    }

    /**
     * {@code GET /delegation-audit}: returns a page of the entries that pass the filter, newest
     * first; as CSV all of them, unless a page is asked for (200).
     */
    String list(Request request, Response response) throws IOException {
        AuditFilter filter = AuditFilter.of(request);
        if (DelegationQuery.wantsCsv(request)) {
            AuditCsv.write(trail, filter, response.raw());
            return "";
        }
        return Json.write(AuditResponse.of(trail.find(filter.query()), filter));
    }

    /**
     * {@code GET /delegation-audit/side-doors}: returns all that opens one mailbox, or a page of a
     * domain's shared mailboxes, beside our delegations (200).
     */
    String sideDoors(Request request, Response response) {
        SideDoorQuery query = SideDoorQuery.of(request);
        return Json.write(
                Page.of(
                        query.domain()
                                .map(domain -> sideDoors.ofDomain(domain, query.slice()))
                                .orElseGet(
                                        () ->
                                                Listing.of(
                                                        query
                                                                        .mailbox()
                                                                        .map(sideDoors::ofMailbox)
                                                                        .stream()
                                                                ::iterator,
                                                        1)),
                        SideDoorResponse::of));
    }
}
