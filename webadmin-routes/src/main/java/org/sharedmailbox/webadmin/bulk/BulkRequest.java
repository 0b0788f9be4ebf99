/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sharedmailbox.delegation.BulkChange;
import org.sharedmailbox.delegation.ExactScope;
import org.sharedmailbox.delegation.GrantRequest;
import org.sharedmailbox.failure.LineFault;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.http.RequestBody;
import spark.Request;

/** The body of {@code POST /delegations}: the grants it asks for, and the lines that are faulty. */
public final class BulkRequest {
    /** The limit that keeps one request from blocking the store for all others for long. */
    private static final int MAX_LINES = 20_000;

    private final List<GrantRequest> grants = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();

    /**
     * Reads the body of the request.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is neither a JSON array nor a CSV
     */
    public static BulkRequest of(Request request) {
        return RequestBody.readBulk(
                request, RequestBody.isCsv(request) ? BulkCsv::read : BulkJson::read);
    }

    /** Adds what a line asks for, or its fault if reading it is refused. */
    void add(int line, Supplier<GrantRequest> read) {
        if (grants.size() + faults.size() == MAX_LINES) {
            throw RequestRefusedException.invalid(
                    RequestBody.FIELD,
                    "The body has more than "
                            + MAX_LINES
                            + " delegations; send them in several requests");
        }
        try {
            grants.add(read.get());
        } catch (RequestRefusedException e) {
            faults.add(LineFault.of(line, e));
        }
    }

    /**
     * Returns the change that it asks for.
     *
     * @param exact of whose delegations the body is the full list
     */
    public BulkChange change(Optional<ExactScope> exact) {
        return exact.map(scope -> BulkChange.exact(scope, grants, faults))
                .orElseGet(() -> BulkChange.granting(grants, faults));
    }

    /** Returns the grants of the lines that could be read. */
    List<GrantRequest> grants() {
        return grants;
    }

    /** Returns what is wrong with the lines that could not be read. */
    List<LineFault> faults() {
        return faults;
    }
}
