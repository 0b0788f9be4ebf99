/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;

/**
 * The outcome of a bulk grant: how many delegations were created, changed and left as they were.
 */
@AutoValue
public abstract class BulkOutcome {
    BulkOutcome() {}

    static BulkOutcome of(int created, int changed, int unchanged) {
        return new AutoValue_BulkOutcome(created, changed, unchanged);
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
}
