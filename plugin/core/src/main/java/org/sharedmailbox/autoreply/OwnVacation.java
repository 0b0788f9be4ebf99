/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.autoreply;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.model.AutoReply;
import org.sharedmailbox.model.Validity;

/** James's vacation notice of an account, as it is. */
@AutoValue
public abstract class OwnVacation {
    /** Some flavours of James keep times less precisely. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    OwnVacation() {}

    /** Returns the notice that the reply makes from that time until that one. */
    static OwnVacation of(AutoReply reply, Optional<Instant> from, Optional<Instant> until) {
        return builder()
                .enabled(true)
                .subject(Optional.of(reply.subject()))
                .text(Optional.of(reply.text()))
                .from(from)
                .until(until)
                .build();
    }

    /** Returns the notice that a delegation asks for; empty while it is suspended. */
    static Optional<OwnVacation> of(Delegation delegation) {
        Validity time = delegation.validity();
        return delegation
                .autoReply()
                .filter(reply -> delegation.suspension().isEmpty())
                .map(reply -> of(reply, time.notBefore(), time.notAfter()));
    }

    /** Starts a notice that is switched off and says nothing. */
    public static Builder builder() {
        return new AutoValue_OwnVacation.Builder()
                .enabled(false)
                .subject(Optional.empty())
                .text(Optional.empty())
                .html(Optional.empty())
                .from(Optional.empty())
                .until(Optional.empty());
    }

    public abstract boolean enabled();

    public abstract Optional<String> subject();

    public abstract Optional<String> text();

    public abstract Optional<String> html();

    public abstract Optional<Instant> from();

    /** Returns the first moment at which it does not answer any more. */
    public abstract Optional<Instant> until();

    public abstract Builder toBuilder();

    /** Returns whether it answers now, or will. */
    boolean isInUse(Instant now) {
        return enabled() && until().filter(end -> !end.isAfter(now)).isEmpty();
    }

    /** Returns whether both say the same at the same time, as precisely as James keeps it. */
    boolean isSameAs(OwnVacation other) {
        return isClose(from(), other.from())
                && isClose(until(), other.until())
                && toBuilder().from(other.from()).until(other.until()).build().equals(other);
    }

    private static boolean isClose(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Duration.between(one.get(), other.get()).abs().compareTo(PRECISION) <= 0
                : one.equals(other);
    }

    /** Builds a {@link OwnVacation}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        public abstract Builder enabled(boolean enabled);

        public abstract Builder subject(Optional<String> subject);

        public abstract Builder text(Optional<String> text);

        public abstract Builder html(Optional<String> html);

        public abstract Builder from(Optional<Instant> from);

        public abstract Builder until(Optional<Instant> until);

        public abstract OwnVacation build();
    }
}
