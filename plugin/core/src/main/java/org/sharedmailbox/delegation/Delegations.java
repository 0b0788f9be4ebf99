/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableListMultimap;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * The store of all delegations. {@link DelegationService} and {@link
 * org.sharedmailbox.administration.SharedMailboxService} are its only writers. Every method throws
 * {@link StoreUnavailableException} while the store cannot be reached. Thread-safe; inside of a
 * {@link org.sharedmailbox.transaction.Transactions transaction} it takes part in it.
 */
public interface Delegations {
    Optional<Delegation> find(Username owner, Username delegate);

    /** By delegate's address. */
    List<Delegation> ofOwner(Username owner);

    /** By owner's address. This is the lookup of the hot path; it may be a second old. */
    List<HeldDelegation> ofDelegate(Username delegate);

    /**
     * Makes everyone else who calls this for that owner wait until this transaction ends, and
     * counts the owner's delegations that have not ended by then. To be called in a transaction.
     */
    int lockAndCount(Username owner, Instant at);

    /**
     * Does for many owners what {@link #lockAndCount} does for one; always in the same order, so
     * that two who do this at once do not wait for each other.
     *
     * @return the owners' delegations, each owner's by delegate's address
     */
    ImmutableListMultimap<Username, Delegation> lockAll(Collection<Username> owners);

    /** Adds it, or replaces the one between its owner and delegate. */
    void put(Delegation delegation);

    /** Adds many between whose owners and delegates there is none; their owners are locked. */
    void addAll(Collection<Delegation> delegations);

    /** Replaces many that are there; their owners are locked. */
    void replaceAll(Collection<Delegation> delegations);

    /** Returns whether there was one to remove. */
    boolean remove(Username owner, Username delegate);
}
