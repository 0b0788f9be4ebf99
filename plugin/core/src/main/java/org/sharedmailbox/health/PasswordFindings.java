/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.collect.ImmutableList;
import java.util.List;
import javax.inject.Inject;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.MailboxFilter;
import org.sharedmailbox.paging.Slice;

/**
 * Looks for shared mailboxes whose password was set past the plugin. Does not name them: anybody
 * may ask for the health.
 */
final class PasswordFindings implements Findings {
    private static final MailboxFilter OUTSIDE =
            MailboxFilter.builder().passwordSetOutside(true).build();

    private final MailboxDirectory mailboxes;

    @Inject
    PasswordFindings(MailboxDirectory mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public List<Finding> look() {
        int open = mailboxes.find(OUTSIDE, Slice.of(0, 1)).total();
        if (open == 0) {
            return ImmutableList.of();
        }
        return ImmutableList.of(
                Finding.degraded(
                        String.format(
                                "Somebody set a password past the plugin for shared mailboxes (%d),"
                                        + " so that whoever knows it can sign in; GET"
                                        + " /delegation-audit/side-doors?domain= tells which. Give"
                                        + " them another with PUT /shared-mailboxes/{address}, or"
                                        + " have those that nobody is to sign in to blocked again"
                                        + " with POST /delegations?task=reconcile.",
                                open)));
    }
}
