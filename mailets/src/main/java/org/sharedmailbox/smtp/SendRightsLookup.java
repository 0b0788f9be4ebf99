/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.base.Suppliers;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Access;
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
                greatest(
                        accounts.stream()
                                .map(owner -> accesses.access(owner, held.get()))
                                .filter(access -> !access.sendRights().isEmpty()));
        if (delegated.isPresent()) {
            return delegated.get();
        }
        return byAliasOfAlias(user, address, held)
                .orElseGet(() -> permissionOfOthers(verifyingEverySender, address));
    }

    /** James 3.9 also lets the accounts send that an alias only passes on its way to others. */
    private Optional<SendPermission> byAliasOfAlias(
            Username user, Username address, Supplier<HeldDelegations> held) {
        if (identities.maySendFrom(user, address)) {
            return Optional.of(SendPermission.own(user));
        }
        return greatest(
                accesses.allOf(held.get()).stream()
                        .filter(access -> !access.sendRights().isEmpty())
                        .filter(access -> identities.maySendFrom(access.owner(), address)));
    }

    private SendPermission permissionOfOthers(boolean verifyingEverySender, Username address) {
        return verifyingEverySender || guarded.contains(address)
                ? SendPermission.none()
                : SendPermission.unguarded();
    }

    /** An alias of two mailboxes: the greater right counts. */
    private static Optional<SendPermission> greatest(Stream<Access> accesses) {
        return accesses.map(access -> SendPermission.delegate(access.owner(), access.sendRights()))
                .min((a, b) -> a.mode().get().compareTo(b.mode().get()));
    }
}
