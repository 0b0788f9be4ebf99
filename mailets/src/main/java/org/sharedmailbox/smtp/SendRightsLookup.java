/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.AccessResolver;
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
     */
    SendRights of(SignedInUser signedIn, boolean verifyingEverySender) {
        Username user = signedIn.name();
        Supplier<List<Access>> sendAccesses = Suppliers.memoize(() -> sendAccessesOf(signedIn));
        return SendRights.of(
                user,
                verifyingEverySender,
                address -> permission(user, verifyingEverySender, address, sendAccesses),
                identities::isLocal);
    }

    private SendPermission permission(
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
                        .map(access -> SendPermission.delegate(access.owner(), access.sendRights()))
                        // An alias of two mailboxes: the greater right counts.
                        .min((a, b) -> a.mode().get().compareTo(b.mode().get()));
        if (delegated.isPresent()) {
            return delegated.get();
        }
        return verifyingEverySender || guarded.contains(address)
                ? SendPermission.none()
                : SendPermission.unguarded();
    }

    private List<Access> sendAccessesOf(SignedInUser user) {
        return accesses.allOf(accesses.heldBy(user)).stream()
                .filter(access -> !access.sendRights().isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }
}
