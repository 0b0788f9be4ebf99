/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sharedmailbox.delegation.BulkOutcome;
import org.sharedmailbox.webadmin.dto.BulkQuery;
import org.sharedmailbox.webadmin.http.Json;

/** Writes what a bulk request did, or would do, as the API shows it. */
public final class BulkResponse {
    /** As many as a page of any other list. */
    private static final int MAX_LISTED = 1000;

    private BulkResponse() {}

    /** Returns the counts as JSON; those of an exact request with what is, or would be, revoked. */
    public static ObjectNode of(BulkOutcome outcome, BulkQuery query) {
        ObjectNode answer =
                Json.object()
                        .put("created", outcome.created())
                        .put("changed", outcome.changed())
                        .put("unchanged", outcome.unchanged());
        if (query.exact().isPresent()) {
            answer.put("revoked", outcome.revoked().size());
            if (query.dryRun()) {
                ArrayNode list = answer.putArray("wouldRevoke");
                outcome.revoked().stream()
                        .limit(MAX_LISTED)
                        .forEach(
                                revoked ->
                                        list.addObject()
                                                .put("owner", revoked.owner().asString())
                                                .put("delegate", revoked.delegate().asString()));
            }
        }
        return answer;
    }
}
