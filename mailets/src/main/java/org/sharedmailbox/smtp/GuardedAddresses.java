/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.base.CharMatcher;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.mailbox.SharedMailboxes;

/**
 * The addresses that are guarded even where James is not told to verify identities: those of shared
 * mailboxes, and of people on whose mailbox somebody holds a right to send, whether or not that
 * right is active today. Thread-safe.
 */
final class GuardedAddresses {
    private static final CharMatcher QUOTING = CharMatcher.anyOf("\"\\");

    private final SharedMailboxes mailboxes;
    private final Delegations delegations;
    private final Identities identities;

    @Inject
    GuardedAddresses(SharedMailboxes mailboxes, Delegations delegations, Identities identities) {
        this.mailboxes = mailboxes;
        this.delegations = delegations;
        this.identities = identities;
    }

    /** Decides whether the address is guarded, however it is written. */
    boolean contains(Username address) {
        Username plain = unquoted(address);
        return Stream.of(address, plain, withoutDetail(plain))
                .flatMap(name -> identities.accountsOf(name).stream())
                .anyMatch(this::isGuarded);
    }

    /** Turns "support"@ into support@, which it equals (RFC 5321 §4.1.2), unknown to James. */
    private static Username unquoted(Username address) {
        String localPart = QUOTING.removeFrom(address.getLocalPart());
        return localPart.isEmpty()
                ? address
                : Username.from(localPart, address.getDomainPart().map(Domain::asString));
    }

    /** Turns support+detail@ into support@: mailets can deliver it there, and readers trust it. */
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
                || delegations.ofOwner(account).stream()
                        .anyMatch(delegation -> !delegation.sendRights().isEmpty());
    }
}
