/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableListMultimap;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;

/**
 * The store of all delegations. Only services write to it. Every method throws {@link
 * StoreUnavailableException} while the store cannot be reached. Joins the {@link
 * org.sharedmailbox.transaction.Transactions transaction} of the calling thread. Thread-safe.
 */
public interface Delegations {
    Optional<Delegation> find(Username owner, Username delegate);

    /** Returns the owner's delegations, in the order of the delegates' addresses. */
    List<Delegation> ofOwner(Username owner);

    /**
     * Returns the delegations that the delegate holds, in the order of the owners' addresses. This
     * is the lookup of the hot path; outside a transaction the answer may be up to a second old.
     */
    List<HeldDelegation> ofDelegate(Username delegate);

    /**
     * Makes everyone else who locks that owner wait until this transaction ends, and returns the
     * number of the owner's delegations that have not ended at that time. Needs a transaction.
     */
    int lockAndCount(Username owner, Instant at);

    /**
     * Locks many owners as {@link #lockAndCount} locks one, always in the same order, so that two
     * callers cannot wait for each other.
     *
     * @return the owners' delegations, each owner's in the order of the delegates' addresses
     */
    ImmutableListMultimap<Username, Delegation> lockAll(Collection<Username> owners);

    /**
     * Adds the delegation, or replaces the one between its owner and delegate. Whether that is
     * suspended stays as it is, and a new one is not: see {@link #putSuspensions}.
     */
    void put(Delegation delegation);

    /**
     * Adds delegations between whose owners and delegates there is none. Their owners must be
     * locked.
     */
    void addAll(Collection<Delegation> delegations);

    /** Replaces delegations that exist. Their owners must be locked. */
    void replaceAll(Collection<Delegation> delegations);

    /**
     * Stores whether these delegations, which exist, are suspended, and nothing else of them. Their
     * owners must be locked.
     */
    void putSuspensions(Collection<Delegation> delegations);

    /** Returns all owners and delegates, and the shared mailboxes. */
    Set<Username> accounts();

    /**
     * Returns the next of the same, in the database's own order.
     *
     * @param last the one behind which to begin; empty to begin at the first
     * @param max how many are wanted; fewer are returned only at the end
     */
    List<Username> accountsAfter(Optional<Username> last, int max);

    /**
     * Moves a delegation, with the subscriptions that the delegate chose, to another owner or
     * delegate, between whom there is none. Their owners must be locked.
     */
    void move(Username owner, Username delegate, Username newOwner, Username newDelegate);

    /** Returns the owner's delegations that have an entry for that folder. */
    List<Delegation> naming(Username owner, FolderId folder);

    /** Keeps beside the entries for that folder what it is called now. */
    void renameFolder(Username owner, FolderId folder, FolderName name);

    /**
     * Removes the delegation.
     *
     * @return whether there was one
     */
    boolean remove(Username owner, Username delegate);
}
