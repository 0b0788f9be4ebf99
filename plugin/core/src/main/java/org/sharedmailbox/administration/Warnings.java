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

    /**
     * @param hadAccount whether the address may have been somebody's account before, who may still
     *     be signed in
     */
    static List<String> afterCreation(List<String> ended, boolean hadAccount) {
        return hadAccount ? withSessions(ended) : ended;
    }

    /**
     * After a password was replaced, whoever signed in with another one may still be there, and so
     * may whoever signed in to an account that was made again.
     */
    static List<String> afterChange(
            SharedMailboxRequest request, boolean madeAgain, List<String> ended) {
        return request.password().isPresent() || madeAgain ? withSessions(ended) : ended;
    }

    private static List<String> withSessions(List<String> ended) {
        return ImmutableList.<String>builder().addAll(ended).add(SESSIONS).build();
    }
}
