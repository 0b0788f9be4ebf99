/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.Validity;

/**
 * The terms of a delegation that is to be granted: everything but its owner, delegate and history.
 */
@AutoValue
public abstract class DelegationTerms {
    DelegationTerms() {}

    /** Starts terms with all folders, no time limit, and subscription to the folders. */
    public static Builder builder() {
        return new AutoValue_DelegationTerms.Builder()
                .folders(FolderScope.everything())
                .validity(Validity.always())
                .subscribe(true);
    }

    /** Returns the terms of that delegation. */
    static DelegationTerms of(Delegation delegation) {
        Builder terms =
                builder()
                        .rights(delegation.rights())
                        .folders(delegation.folders())
                        .validity(delegation.validity())
                        .subscribe(delegation.subscribe());
        delegation.note().ifPresent(terms::note);
        return terms.build();
    }

    /** Returns the rights; empty to grant those that the mailbox's type gives new members. */
    public abstract ImmutableSet<DelegationRight> rights();

    public abstract FolderScope folders();

    public abstract Validity validity();

    public abstract Optional<String> note();

    public abstract boolean subscribe();

    public abstract Builder toBuilder();

    /** Builds {@link DelegationTerms}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        public abstract Builder rights(Iterable<DelegationRight> rights);

        public abstract Builder folders(FolderScope folders);

        public abstract Builder validity(Validity validity);

        public abstract Builder note(String note);

        public abstract Builder subscribe(boolean subscribe);

        abstract Optional<ImmutableSet<DelegationRight>> rights();

        abstract DelegationTerms autoBuild();

        public DelegationTerms build() {
            if (rights().isEmpty()) {
                rights(ImmutableSet.of());
            }
            return autoBuild();
        }
    }
}
