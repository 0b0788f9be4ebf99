/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.sharedmailbox.failure.LineFault;
import org.sharedmailbox.failure.RequestRefusedException;

/**
 * A request to change many delegations: what it grants, and of whose delegations it is a full list.
 */
@AutoValue
public abstract class BulkChange {
    BulkChange() {}

    /**
     * Returns one that revokes nothing.
     *
     * @param faults the lines that could not be read; the others are checked all the same
     */
    public static BulkChange granting(List<GrantRequest> grants, Collection<LineFault> faults) {
        return new AutoValue_BulkChange(
                ImmutableList.copyOf(grants), ImmutableList.copyOf(faults), Optional.empty());
    }

    /**
     * Returns one that also revokes what it does not name.
     *
     * @param scope the owners of whose delegations it names all
     * @throws RequestRefusedException ({@code INVALID}) if it has no lines at all: too much would
     *     go by mistake
     */
    public static BulkChange exact(
            ExactScope scope, List<GrantRequest> grants, Collection<LineFault> faults) {
        if (grants.isEmpty() && faults.isEmpty()) {
            throw RequestRefusedException.invalid(
                    "body",
                    String.format(
                            "The body names no delegation, and all of %s would be revoked; if that"
                                    + " is meant, revoke them with DELETE"
                                    + " /delegations/{owner}/{delegate}",
                            scope));
        }
        return new AutoValue_BulkChange(
                ImmutableList.copyOf(grants), ImmutableList.copyOf(faults), Optional.of(scope));
    }

    abstract ImmutableList<GrantRequest> grants();

    abstract ImmutableList<LineFault> faults();

    abstract Optional<ExactScope> scope();

    int lines() {
        return grants().size() + faults().size();
    }

    Set<Username> owners() {
        return grants().stream().map(GrantRequest::owner).collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the owners and delegates of all that is granted. */
    Set<Username> accounts() {
        return grants().stream()
                .flatMap(grant -> Stream.of(grant.owner(), grant.delegate()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the delegates to whom something is granted, by owner. */
    ImmutableSetMultimap<Username, Username> named() {
        return grants().stream()
                .collect(
                        ImmutableSetMultimap.toImmutableSetMultimap(
                                GrantRequest::owner, GrantRequest::delegate));
    }
}
