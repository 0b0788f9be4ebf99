/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** What an administrator is told after a change: what was ended, and what nobody can end. */
final class Warnings {
    private static final String SESSIONS =
            "JMAP access tokens work until they expire, and open POP3 and ManageSieve sessions until"
                    + " they disconnect (restarting James ends those)";

    private Warnings() {}

    /**
     * @param ended what the former owner had left behind
     * @param held the number of delegations that the former owner holds on other mailboxes
     */
    static List<String> afterConversion(List<String> ended, int held) {
        ImmutableList.Builder<String> warnings = ImmutableList.builder();
        warnings.addAll(ended);
        if (held > 0) {
            warnings.add(
                    String.format(
                            "The mailbox is still a delegate of %d other mailbox%s; whoever is"
                                    + " given a password for it can use that",
                            held, held == 1 ? "" : "es"));
        }
        return warnings.add(SESSIONS).build();
    }

    /** After a password was replaced, whoever signed in with another one may still be there. */
    static List<String> afterChange(SharedMailboxRequest request, List<String> ended) {
        return request.password().isEmpty()
                ? ended
                : ImmutableList.<String>builder().addAll(ended).add(SESSIONS).build();
    }
}
