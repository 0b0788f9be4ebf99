/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Iterables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.delegation.CurrentNames;
import org.sharedmailbox.delegation.DelegationDirectory;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.paging.Listing;

/**
 * All delegations that pass a filter, part by part: no more of them is in memory at a time, however
 * many there are. Each part is read when it is asked for. Not thread-safe.
 */
final class AllDelegations extends AbstractIterator<List<ListedDelegation>> {
    private static final int AT_A_TIME = 1_000;

    private final DelegationDirectory directory;
    private final CurrentNames names;
    private final DelegationFilter filter;
    private final Instant at;
    private Optional<ListedDelegation> last = Optional.empty();
    private boolean isAtEnd;

    /**
     * @param at the moment for which states are told, the same in all parts
     */
    AllDelegations(
            DelegationDirectory directory,
            CurrentNames names,
            DelegationFilter filter,
            Instant at) {
        this.directory = directory;
        this.names = names;
        this.filter = filter;
        this.at = at;
    }

    @Override
    protected @Nullable List<ListedDelegation> computeNext() {
        if (isAtEnd) {
            return endOfData();
        }
        List<ListedDelegation> part = directory.findBehind(last, filter, AT_A_TIME, at);
        isAtEnd = part.size() < AT_A_TIME;
        last = Optional.ofNullable(Iterables.getLast(part, null));
        return names.in(Listing.of(part, part.size())).items();
    }
}
