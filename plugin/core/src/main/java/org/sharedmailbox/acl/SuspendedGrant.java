/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.GrantContext;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.FolderEntries;

/**
 * Rule: what an administrator has suspended, only an administrator ends. Otherwise whoever may
 * share the mailbox could take the rights away and give them again, without the suspension. What it
 * gives can be changed; it stays suspended.
 */
final class SuspendedGrant {
    private SuspendedGrant() {}

    /**
     * Refuses to end a suspended delegation, and to begin a new one in the place of one that has
     * expired meanwhile.
     *
     * @param after what is to be given in folders
     */
    static void requireKept(GrantContext context, FolderEntries after) {
        context.present()
                .filter(delegation -> delegation.suspension().isPresent())
                .filter(suspended -> ends(suspended, context, after))
                .ifPresent(
                        suspended -> {
                            throw RequestRefusedException.conflict(
                                    String.format(
                                            "An administrator has suspended what %s may do here."
                                                    + " Ask an administrator to end it, or to"
                                                    + " resume it first.",
                                            suspended.delegate().asString()));
                        });
    }

    private static boolean ends(Delegation suspended, GrantContext context, FolderEntries after) {
        return context.unended().isEmpty()
                || suspended.sendRights().isEmpty() && after.giveNothing();
    }
}
