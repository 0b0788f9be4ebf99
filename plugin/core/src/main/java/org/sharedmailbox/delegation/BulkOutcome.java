/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The outcome of a bulk request: how many delegations were created, changed and left as they were,
 * and which were revoked.
 */
@AutoValue
public abstract class BulkOutcome {
    BulkOutcome() {}

    static BulkOutcome of(int created, int changed, int unchanged) {
        return new AutoValue_BulkOutcome(created, changed, unchanged, ImmutableList.of());
    }

    BulkOutcome revoking(List<RevokedDelegation> revoked) {
        return new AutoValue_BulkOutcome(
                created(), changed(), unchanged(), ImmutableList.copyOf(revoked));
    }

    BulkOutcome plus(GrantOutcome outcome) {
        switch (outcome) {
            case CREATED:
                return of(created() + 1, changed(), unchanged());
            case CHANGED:
                return of(created(), changed() + 1, unchanged());
            case UNCHANGED:
                return of(created(), changed(), unchanged() + 1);
        }
        throw new AssertionError(outcome);
    }

    public abstract int created();

    public abstract int changed();

    public abstract int unchanged();

    /** Returns what an exact request has revoked, by owner and delegate; empty for others. */
    public abstract ImmutableList<RevokedDelegation> revoked();
}
