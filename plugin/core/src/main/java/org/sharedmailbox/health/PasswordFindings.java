/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.sharedmailbox.mailbox.ListedMailbox;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.MailboxFilter;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/** Looks for shared mailboxes whose password was set past the plugin. */
final class PasswordFindings implements Findings {
    private static final MailboxFilter OUTSIDE =
            MailboxFilter.builder().passwordSetOutside(true).build();

    /** Enough to begin with. */
    private static final int MAX_NAMED = 5;

    private final MailboxDirectory mailboxes;

    @Inject
    PasswordFindings(MailboxDirectory mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public List<Finding> look() {
        Listing<ListedMailbox> open = mailboxes.find(OUTSIDE, Slice.of(0, MAX_NAMED));
        if (open.total() == 0) {
            return ImmutableList.of();
        }
        return ImmutableList.of(
                Finding.degraded(
                        String.format(
                                "Somebody set a password past the plugin for %s, so that whoever"
                                        + " knows it can sign in. Give it another with PUT"
                                        + " /shared-mailboxes/{address}, or have those that nobody"
                                        + " is to sign in to blocked again with POST"
                                        + " /delegations?task=reconcile.",
                                names(open))));
    }

    private static String names(Listing<ListedMailbox> open) {
        String named =
                open.items().stream()
                        .map(listed -> listed.mailbox().address().asString())
                        .collect(Collectors.joining(", "));
        int more = open.total() - open.items().size();
        return more > 0 ? named + " and " + more + " more" : named;
    }
}
