/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.base.CharMatcher;
import java.util.stream.Stream;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.model.DelegationRight;

/**
 * The addresses that are guarded although James is not told to verify identities: those of shared
 * mailboxes, and of people for whom somebody else may send, whether or not they may today.
 */
final class GuardedAddresses {
    private static final CharMatcher QUOTING = CharMatcher.anyOf("\"\\");

    private final SharedMailboxes mailboxes;
    private final Delegations delegations;
    private final Identities identities;

    GuardedAddresses(SharedMailboxes mailboxes, Delegations delegations, Identities identities) {
        this.mailboxes = mailboxes;
        this.delegations = delegations;
        this.identities = identities;
    }

    boolean contains(Username address) {
        Username plain = unquoted(address);
        return Stream.of(address, plain, withoutDetail(plain))
                .flatMap(name -> identities.accountsOf(name).stream())
                .anyMatch(this::isGuarded);
    }

    /** "support"@ is support@ (RFC 5321, section 4.1.2), though James does not know it. */
    private static Username unquoted(Username address) {
        String localPart = QUOTING.removeFrom(address.getLocalPart());
        return localPart.isEmpty()
                ? address
                : Username.from(localPart, address.getDomainPart().map(Domain::asString));
    }

    /** Mailets can deliver support+detail@ to support@; readers take it for the mailbox's. */
    private static Username withoutDetail(Username address) {
        String localPart = address.getLocalPart();
        int plus = localPart.indexOf('+');
        return plus < 1 || address.getDomainPart().isEmpty()
                ? address
                : Username.fromLocalPartWithDomain(
                        localPart.substring(0, plus), address.getDomainPart().get());
    }

    private boolean isGuarded(Username account) {
        return mailboxes.find(account).isPresent()
                || delegations.ofOwner(account).stream().anyMatch(GuardedAddresses::isForSending);
    }

    private static boolean isForSending(Delegation delegation) {
        return delegation.rights().stream().anyMatch(DelegationRight::isForSending);
    }
}
