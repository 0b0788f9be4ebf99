/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.model.DelegationRight;

/** Which mappings are looked for: those to which all that is said applies. */
@AutoValue
public abstract class DelegationFilter {
    DelegationFilter() {}

    /** Starts a filter that lets everything pass. */
    public static Builder builder() {
        return new AutoValue_DelegationFilter.Builder();
    }

    public abstract Optional<Username> owner();

    public abstract Optional<Username> delegate();

    /** The owner's. */
    public abstract Optional<Domain> domain();

    public abstract Optional<DelegationRight> right();

    public abstract Optional<DelegationState> state();

    /** Only those that have an end, and that before this; they may have ended already. */
    public abstract Optional<Instant> expiringBefore();

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

        public abstract DelegationFilter build();
    }
}
