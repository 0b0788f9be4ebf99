/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.RequestPath;
import picocli.CommandLine.Option;

/** Which delegations are listed: those that all that is given applies to. */
public final class DelegationFilter {
    @Option(names = "--owner", paramLabel = "MAILBOX", description = "On this mailbox.")
    private @Nullable String owner;

    @Option(names = "--delegate", paramLabel = "USER", description = "Held by this user.")
    private @Nullable String delegate;

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "On mailboxes of this domain.")
    private @Nullable String domain;

    @Option(names = "--right", paramLabel = "RIGHT", description = "With it, in some folder.")
    private @Nullable String right;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "scheduled, active, expired or suspended.")
    private @Nullable String state;

    @Option(
            names = "--ends-before",
            paramLabel = "TIME",
            description = "That end before, e.g. 2027-01-01T00:00:00Z.")
    private @Nullable String expiringBefore;

    @Option(
            names = "--unused-since",
            paramLabel = "DAY",
            description = "Granted before that day, and not used since, e.g. 2026-06-01.")
    private @Nullable String unusedSince;

    /** Returns the request for them. */
    public RequestPath path() {
        return RequestPath.of("delegations")
                .with("owner", Optional.ofNullable(owner))
                .with("delegate", Optional.ofNullable(delegate))
                .with("domain", Optional.ofNullable(domain))
                .with("right", Optional.ofNullable(right))
                .with("state", Optional.ofNullable(state))
                .with("expiringBefore", Optional.ofNullable(expiringBefore))
                .with("unusedSince", Optional.ofNullable(unusedSince));
    }
}
