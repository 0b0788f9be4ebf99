/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.model.DelegationRight;

/** Conditions for delegations; a delegation matches if it meets all that are set. */
@AutoValue
public abstract class DelegationFilter {
    DelegationFilter() {}

    /** Starts a filter that every delegation matches. */
    public static Builder builder() {
        return new AutoValue_DelegationFilter.Builder();
    }

    public abstract Optional<Username> owner();

    public abstract Optional<Username> delegate();

    /** Returns the domain of the owner. */
    public abstract Optional<Domain> domain();

    public abstract Optional<DelegationRight> right();

    public abstract Optional<DelegationState> state();

    /** Returns the time before which matching delegations end; they may have ended already. */
    public abstract Optional<Instant> expiringBefore();

    /** Returns the day, in UTC, before which matching ones were granted, and since which unused. */
    public abstract Optional<LocalDate> unusedSince();

    /** Builds a {@link DelegationFilter}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        public abstract Builder owner(Username owner);

        public abstract Builder delegate(Username delegate);

        public abstract Builder domain(Domain domain);

        public abstract Builder right(DelegationRight right);

        public abstract Builder state(DelegationState state);

        public abstract Builder expiringBefore(Instant expiringBefore);

        public abstract Builder unusedSince(LocalDate unusedSince);

        public abstract DelegationFilter build();
    }
}
