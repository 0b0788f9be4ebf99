/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sharedmailbox.delegation.BulkOutcome;
import org.sharedmailbox.webadmin.http.Json;

/** Writes what a bulk request did, or would do, as the API shows it. */
public final class BulkResponse {
    private BulkResponse() {}

    /** Returns the counts as JSON. */
    public static ObjectNode of(BulkOutcome outcome) {
        return Json.object()
                .put("created", outcome.created())
                .put("changed", outcome.changed())
                .put("unchanged", outcome.unchanged());
    }
}
