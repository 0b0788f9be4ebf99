/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import java.util.Optional;
import org.sharedmailbox.delegation.ExactScope;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.MailboxAddress;
import org.sharedmailbox.policy.PolicyScope;
import org.sharedmailbox.webadmin.http.QueryParameters;
import spark.Request;

/** What the parameters of a bulk {@code POST /delegations} ask for. */
public final class BulkQuery {
    private static final String DRY_RUN = "dryRun";
    private static final String MODE = "mode";
    private static final String EXACT = "exact";
    private static final String OWNER = "owner";
    private static final String DOMAIN = "domain";
    private static final String MAX_REVOKED = "maxRevoked";

    private final boolean dryRun;
    private final Optional<ExactScope> exact;

    private BulkQuery(boolean dryRun, Optional<ExactScope> exact) {
        this.dryRun = dryRun;
        this.exact = exact;
    }

    /**
     * Reads the query parameters.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the parameter
     */
    public static BulkQuery of(Request request) {
        QueryParameters parameters =
                QueryParameters.of(request, DRY_RUN, MODE, OWNER, DOMAIN, MAX_REVOKED);
        boolean dryRun =
                parameters.oneOf(DRY_RUN, "true", "false").map(Boolean::valueOf).orElse(false);
        boolean exact = parameters.oneOf(MODE, EXACT).isPresent();
        Optional<ExactScope> owner =
                parameters.value(OWNER, MailboxAddress::parse).map(ExactScope::of);
        Optional<ExactScope> domain =
                parameters
                        .value(DOMAIN, (name, text) -> PolicyScope.domain(text))
                        .map(ExactScope::of);
        Optional<Integer> maxRevoked = parameters.number(MAX_REVOKED, 0, Integer.MAX_VALUE);
        if (!exact) {
            requireAbsent(OWNER, owner);
            requireAbsent(DOMAIN, domain);
            requireAbsent(MAX_REVOKED, maxRevoked);
        } else if (owner.isPresent() == domain.isPresent()) {
            throw RequestRefusedException.invalid(
                    MODE, "mode=exact needs either owner= or domain=, and not both");
        }
        return new BulkQuery(
                dryRun,
                owner.or(() -> domain)
                        .map(scope -> maxRevoked.map(scope::revokingAtMost).orElse(scope)));
    }

    private static void requireAbsent(String name, Optional<?> value) {
        if (value.isPresent()) {
            throw RequestRefusedException.invalid(
                    name, String.format("'%s' has a meaning here with mode=exact only", name));
        }
    }

    /** Decides whether nothing is to be changed. */
    public boolean dryRun() {
        return dryRun;
    }

    /** Returns of whose delegations the body is the full list; empty if of nobody's. */
    public Optional<ExactScope> exact() {
        return exact;
    }
}
