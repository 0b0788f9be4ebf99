/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.sharedmailbox.paging.Slice;

/** Finds the delegations that a bulk request has to name or revoke. Thread-safe. */
public class ScopedDelegations {
    private final DelegationDirectory directory;
    private final UnboundEntries unbound;

    @Inject
    public ScopedDelegations(DelegationDirectory directory, UnboundEntries unbound) {
        this.directory = directory;
        this.unbound = unbound;
    }

    /**
     * Returns the owners in the scope who have delegations, to be locked. Whoever delegates for the
     * first time meanwhile comes after the request.
     */
    Set<Username> owners(ExactScope scope, Instant now) {
        return Stream.concat(
                        directory.find(scope.filter(), Slice.everything(), now).items().stream()
                                .map(listed -> listed.delegation().owner()),
                        unboundIn(scope).map(UnboundEntry::owner))
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Returns the delegates who are to get something once entries of an earlier version are bound,
     * by owner. Other lists do not have all of them.
     */
    ImmutableSetMultimap<Username, Username> unboundDelegates(ExactScope scope) {
        return unboundIn(scope)
                .collect(
                        ImmutableSetMultimap.toImmutableSetMultimap(
                                UnboundEntry::owner, UnboundEntry::delegate));
    }

    private Stream<UnboundEntry> unboundIn(ExactScope scope) {
        return unbound.all().stream().filter(entry -> scope.contains(entry.owner()));
    }
}
