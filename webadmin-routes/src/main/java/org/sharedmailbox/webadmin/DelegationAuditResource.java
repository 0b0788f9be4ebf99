/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import javax.inject.Inject;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.sidedoor.SideDoorService;
import org.sharedmailbox.webadmin.dto.SideDoorQuery;
import org.sharedmailbox.webadmin.dto.SideDoorResponse;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.Page;
import spark.Request;
import spark.Response;

/** Answers {@code /delegation-audit}. Thread-safe. */
final class DelegationAuditResource {
    private final SideDoorService sideDoors;

    @Inject
    DelegationAuditResource(SideDoorService sideDoors) {
        this.sideDoors = sideDoors;
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
