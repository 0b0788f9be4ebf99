/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;

/** Conditions for shared mailboxes; a mailbox matches if it meets all that are set. */
@AutoValue
public abstract class MailboxFilter {
    MailboxFilter() {}

    /** Starts a filter that every mailbox matches. */
    public static Builder builder() {
        return new AutoValue_MailboxFilter.Builder();
    }

    public abstract Optional<Domain> domain();

    public abstract Optional<SharedMailboxTypeName> type();

    public abstract Optional<Username> member();

    /**
     * Returns the time at which somebody is a member if their delegation has not ended; without it,
     * all are whose delegation is stored.
     */
    public abstract Optional<Instant> membersAt();

    /** Returns whether the password was set by other means than ours. */
    public abstract Optional<Boolean> passwordSetOutside();

    /** Builds a {@link MailboxFilter}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        public abstract Builder domain(Domain domain);

        public abstract Builder type(SharedMailboxTypeName type);

        public abstract Builder member(Username member);

        public abstract Builder membersAt(Instant at);

        public abstract Builder passwordSetOutside(boolean outside);

        public abstract MailboxFilter build();
    }
}
