/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.base.Suppliers;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.HeldDelegations;
import org.sharedmailbox.delegation.SignedInUser;
import org.sharedmailbox.sending.SendPermission;
import org.sharedmailbox.sending.SendRights;

/**
 * Looks up what a user may send as. Asks the store only about addresses that are not the user's
 * own. Thread-safe.
 */
final class SendRightsLookup {
    private final AccessResolver accesses;
    private final Identities identities;
    private final GuardedAddresses guarded;

    @Inject
    SendRightsLookup(AccessResolver accesses, Identities identities, GuardedAddresses guarded) {
        this.accesses = accesses;
        this.identities = identities;
        this.guarded = guarded;
    }

    /**
     * Returns what the user may send as, looked up when it is asked for.
     *
     * <p>Throws {@link org.sharedmailbox.failure.StoreUnavailableException} then if that is not
     * possible.
     *
     * @param resolved whose the addresses of this mail are, as far as that was asked before
     */
    SendRights of(SignedInUser signedIn, boolean verifyingEverySender, ResolvedAddresses resolved) {
        Username user = signedIn.name();
        Supplier<HeldDelegations> held = Suppliers.memoize(() -> accesses.heldBy(signedIn));
        return SendRights.of(
                user,
                verifyingEverySender,
                address ->
                        identities.isNameOf(user, address)
                                ? SendPermission.own(user)
                                : permission(user, verifyingEverySender, address, resolved, held),
                identities::isLocal);
    }

    private SendPermission permission(
            Username user,
            boolean verifyingEverySender,
            Username address,
            ResolvedAddresses resolved,
            Supplier<HeldDelegations> held) {
        Set<Username> accounts = resolved.accountsOf(address, identities::accountsUsing);
        if (accounts.contains(user)) {
            return SendPermission.own(user);
        }
        Optional<SendPermission> delegated =
                accounts.stream()
                        .map(owner -> accesses.access(owner, held.get()))
                        .filter(access -> !access.sendRights().isEmpty())
                        .map(access -> SendPermission.delegate(access.owner(), access.sendRights()))
                        // An alias of two mailboxes: the greater right counts.
                        .min((a, b) -> a.mode().get().compareTo(b.mode().get()));
        if (delegated.isPresent()) {
            return delegated.get();
        }
        if (identities.maySendFrom(user, address)) {
            return SendPermission.own(user);
        }
        return verifyingEverySender || guarded.contains(address)
                ? SendPermission.none()
                : SendPermission.unguarded();
    }
}
