/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static com.google.common.base.Preconditions.checkState;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;

/**
 * The conditions that entries of the audit log have to meet, all of them, and how many to return.
 */
@AutoValue
public abstract class AuditQuery {
    AuditQuery() {}

    /** Starts a query that every entry meets. */
    public static Builder builder() {
        return new AutoValue_AuditQuery.Builder()
                .actors(ImmutableSet.of())
                .actions(ImmutableSet.of());
    }

    public abstract Optional<Username> mailbox();

    /** Returns the names of which the actor must have one; empty for any actor. */
    public abstract ImmutableSet<String> actors();

    /** Returns the actions of which the entry must have one; empty for any action. */
    public abstract ImmutableSet<AuditAction> actions();

    /** Returns the time of the oldest entry that is wanted. */
    public abstract Optional<Instant> since();

    /** Returns the time before which all entries are that are wanted. */
    public abstract Optional<Instant> until();

    /** Returns the entry behind which to go on. */
    public abstract Optional<AuditCursor> after();

    /** Returns the most entries to return, at least 1. */
    public abstract int limit();

    /** Returns the same query, for the entries behind that one. */
    public final AuditQuery goOnAfter(AuditCursor cursor) {
        return toBuilder().after(cursor).build();
    }

    /** Returns the same query, for that many entries. */
    public final AuditQuery limitedTo(int limit) {
        return toBuilder().limit(limit).build();
    }

    abstract Builder toBuilder();

    /** Builds an {@link AuditQuery}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        public abstract Builder mailbox(Username mailbox);

        public abstract Builder actors(Set<String> actors);

        public abstract Builder actions(Set<AuditAction> actions);

        public abstract Builder since(Instant since);

        public abstract Builder until(Instant until);

        public abstract Builder after(AuditCursor after);

        public abstract Builder limit(int limit);

        abstract AuditQuery autoBuild();

        /** Returns the query; {@link #limit} must be set. */
        public final AuditQuery build() {
            AuditQuery query = autoBuild();
            checkState(query.limit() > 0, "No limit: %s", query.limit());
            return query;
        }
    }
}
