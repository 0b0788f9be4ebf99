/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import java.time.Instant;
import java.util.Optional;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.failure.RequestRefusedException;

/** Rule: nobody gives what lasts longer than what they hold themselves. */
final class GrantEnd {
    private GrantEnd() {}

    /**
     * Refuses to add to a delegation that lasts longer than the access of the one who adds.
     *
     * @param present the delegation before; a new one takes the end over
     * @param end the end of that access; empty if it has none
     * @param gives whether anything is added
     */
    static void require(Optional<Delegation> present, Optional<Instant> end, boolean gives) {
        if (gives && present.isPresent() && end.isPresent() && !endsBy(present.get(), end.get())) {
            throw RequestRefusedException.conflict(
                    String.format(
                            "Your own access ends on %s, and that of %s later: you can take rights"
                                    + " away, but not add any.",
                            end.get(), present.get().delegate().asString()));
        }
    }

    private static boolean endsBy(Delegation delegation, Instant end) {
        return delegation.validity().notAfter().filter(own -> !own.isAfter(end)).isPresent();
    }
}
