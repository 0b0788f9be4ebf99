/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.Optional;

/** Tells what somebody has to decide where signing in is not announced. */
final class UnannouncedLogin {
    private static final String ANNOUNCE =
            " <announce>forUnauthorizedAddresses</announce> in its <auth>";

    private UnannouncedLogin() {}

    /** Returns why nothing is installed on a server; empty if there is nothing to decide. */
    static Optional<String> reasonToRefuse(SmtpServer server) {
        if (!server.isAuthNeverAnnounced()) {
            return Optional.empty();
        }
        if (server.isSubmission()) {
            return Optional.of(
                    "mail programs hand in mail here, and signing in is not announced: write"
                            + ANNOUNCE);
        }
        if (server.isRefusedByJames()) {
            return Optional.of(
                    "James does not start with verifyIdentity where signing in is not announced:"
                            + " write <verifyIdentity>false</verifyIdentity>, or"
                            + ANNOUNCE);
        }
        return server.isTakingTokens() && !server.isVerifyingIdentity()
                ? Optional.of(
                        "whoever signs in with a token (XOAUTH2), which is not announced but works,"
                                + " sends as anybody: take <oidc> out, or write"
                                + ANNOUNCE)
                : Optional.empty();
    }
}
