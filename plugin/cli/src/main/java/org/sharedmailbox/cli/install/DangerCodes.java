/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.Status;
import org.sharedmailbox.cli.install.text.RefusedException;

/** The codes of what may be dangerous, by which it can be accepted. */
final class DangerCodes {
    private DangerCodes() {}

    private static List<String> all() {
        return List.of(
                "DelegatedSender",
                "LoginRequired",
                "SharedSentCopy",
                "announce",
                "health",
                "imapPackages",
                "jar",
                "oidc",
                "plainAuthEnabled",
                "requireSSL",
                "store.not-kept",
                "store.several-nodes",
                "verifyIdentity",
                "webadmin.open");
    }

    /**
     * @throws RefusedException if there is one that nothing has
     */
    static void require(Collection<String> codes) {
        for (String code : codes) {
            if (!all().contains(code)) {
                throw new RefusedException(
                        "--accept is followed by one of " + String.join(", ", all()));
            }
        }
    }

    /** Returns how what is dangerous can be accepted; empty if nothing is. */
    static Optional<String> howToAccept(Collection<Finding> findings) {
        String codes =
                findings.stream()
                        .filter(finding -> finding.status() == Status.DANGEROUS)
                        .map(Finding::code)
                        .distinct()
                        .map(code -> "--accept " + code)
                        .collect(Collectors.joining(" "));
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of("If what is dangerous is meant so: " + codes);
    }
}
