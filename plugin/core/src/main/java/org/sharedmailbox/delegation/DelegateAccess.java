/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import org.apache.james.core.Username;

/**
 * What one delegate may do in the mailboxes of others, as their delegations were read at one
 * moment: for one command, which may be about several owners. Policies and the clock are asked when
 * an owner is. Every method may block, and throws {@link
 * org.sharedmailbox.failure.StoreUnavailableException} while the store cannot be reached.
 * Thread-safe.
 */
public final class DelegateAccess {
    private final Username delegate;
    private final List<HeldDelegation> held;
    private final Function<HeldDelegation, Access> resolve;

    DelegateAccess(
            Username delegate,
            List<HeldDelegation> held,
            Function<HeldDelegation, Access> resolve) {
        this.delegate = delegate;
        this.held = held;
        this.resolve = resolve;
    }

    /** Returns what the delegate may do in the owner's mailbox now; never null. */
    public Access to(Username owner) {
        return held.stream()
                .filter(one -> one.delegation().owner().equals(owner))
                .findFirst()
                .map(resolve)
                .orElseGet(() -> Access.none(owner, delegate));
    }

    /** Returns the access to all mailboxes on which any right is held now, by owner's address. */
    public List<Access> toAll() {
        return held.stream()
                .map(resolve)
                .filter(access -> !access.rights().isEmpty())
                .collect(ImmutableList.toImmutableList());
    }
}
