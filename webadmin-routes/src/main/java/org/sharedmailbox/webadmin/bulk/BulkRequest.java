/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sharedmailbox.delegation.GrantRequest;
import org.sharedmailbox.failure.LineFault;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.http.RequestBody;
import spark.Request;

/** The body of {@code POST /delegations}: what was understood of it, and what was not. */
public final class BulkRequest {
    /** So that one request cannot keep all others from the store for long. */
    private static final int MOST_LINES = 20_000;

    private final List<GrantRequest> grants = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();

    /**
     * @throws RequestRefusedException ({@code INVALID}) if it is neither a JSON array nor a CSV
     */
    public static BulkRequest of(Request request) {
        String text = RequestBody.longText(request);
        return RequestBody.isCsv(request) ? BulkCsv.read(text) : BulkJson.read(text);
    }

    /** Takes in a line; if it is refused, that is its fault, and the next can be read. */
    public void add(int line, Supplier<GrantRequest> read) {
        if (grants.size() + faults.size() == MOST_LINES) {
            throw RequestRefusedException.invalid(
                    RequestBody.FIELD,
                    "The body has more than " + MOST_LINES + " delegations; send them in parts");
        }
        try {
            grants.add(read.get());
        } catch (RequestRefusedException e) {
            faults.add(LineFault.of(line, e));
        }
    }

    public List<GrantRequest> grants() {
        return grants;
    }

    public List<LineFault> faults() {
        return faults;
    }
}
