/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationRight;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.mailbox.SharedMailboxes;

/**
 * The addresses that are guarded although James is not told to verify identities: those of shared
 * mailboxes, and of people for whom somebody else may send, whether or not they may today.
 */
final class GuardedAddresses {
    private final SharedMailboxes mailboxes;
    private final Delegations delegations;
    private final Identities identities;

    GuardedAddresses(SharedMailboxes mailboxes, Delegations delegations, Identities identities) {
        this.mailboxes = mailboxes;
        this.delegations = delegations;
        this.identities = identities;
    }

    boolean contains(Username address) {
        return identities.accountsOf(address).stream().anyMatch(this::isGuarded);
    }

    private boolean isGuarded(Username account) {
        return mailboxes.find(account).isPresent()
                || delegations.ofOwner(account).stream().anyMatch(GuardedAddresses::isForSending);
    }

    private static boolean isForSending(Delegation delegation) {
        return delegation.rights().stream().anyMatch(DelegationRight::isForSending);
    }
}
