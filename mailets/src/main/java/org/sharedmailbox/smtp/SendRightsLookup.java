/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.base.Suppliers;
import com.google.common.collect.Iterables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.sending.SendPermission;
import org.sharedmailbox.sending.SendRights;

/** Looks up what a user may send as. Asks the store only about what is not the user's own. */
final class SendRightsLookup {
    /** An honest mail names a handful; what is beyond counts as nobody's right. */
    private static final int MOST_ADDRESSES = 50;

    private final SharedMailboxes mailboxes;
    private final AccessResolver accesses;
    private final Identities identities;
    private final GuardedAddresses guarded;

    SendRightsLookup(
            SharedMailboxes mailboxes,
            AccessResolver accesses,
            Identities identities,
            GuardedAddresses guarded) {
        this.mailboxes = mailboxes;
        this.accesses = accesses;
        this.identities = identities;
        this.guarded = guarded;
    }

    /**
     * Whether anybody may be signed in as that user: not, since the account has become a shared
     * mailbox, in a session that began before. While that cannot be known it is believed, because
     * people's own mail does not wait for our store.
     */
    boolean maySignIn(Username user) {
        try {
            return mailboxes.find(user).filter(one -> one.signIn() == SignIn.BLOCKED).isEmpty();
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    /**
     * @param addresses the addresses that matter, those that decide first
     * @throws org.sharedmailbox.failure.StoreUnavailableException if it cannot be known
     */
    SendRights of(Username user, boolean verifyingEverySender, Iterable<Username> addresses) {
        Supplier<List<Access>> sendAccesses = Suppliers.memoize(() -> sendAccessesOf(user));
        Map<Username, SendPermission> standings = new HashMap<>();
        for (Username address : Iterables.limit(addresses, MOST_ADDRESSES)) {
            standings.computeIfAbsent(
                    address, a -> standing(user, verifyingEverySender, a, sendAccesses));
        }
        return SendRights.of(user, verifyingEverySender, standings);
    }

    private SendPermission standing(
            Username user,
            boolean verifyingEverySender,
            Username address,
            Supplier<List<Access>> sendAccesses) {
        if (identities.isOf(user, address)) {
            return SendPermission.own(user);
        }
        Optional<SendPermission> delegated =
                sendAccesses.get().stream()
                        .filter(access -> identities.isOf(access.owner(), address))
                        .map(access -> SendPermission.delegate(access.owner(), access.rights()))
                        // An alias of two mailboxes: the better right.
                        .min((a, b) -> a.way().get().compareTo(b.way().get()));
        if (delegated.isPresent()) {
            return delegated.get();
        }
        return verifyingEverySender || guarded.contains(address)
                ? SendPermission.none()
                : SendPermission.unguarded();
    }

    private List<Access> sendAccessesOf(Username user) {
        return accesses.allOf(user).stream()
                .filter(access -> access.rights().stream().anyMatch(DelegationRight::isForSending))
                .collect(Collectors.toUnmodifiableList());
    }
}
