/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.NoticeRecipients;
import org.sharedmailbox.model.Validity;

/**
 * The policy of a domain: what its mailboxes may delegate. Each rule is a pure function that
 * answers with a reason.
 */
@AutoValue
public abstract class DelegationPolicy {
    private static final int DEFAULT_MAX_MEMBERS = 200;

    private static final Duration MIN_DURATION = Duration.ofSeconds(1);
    private static final Duration MAX_DURATION = Duration.ofDays(36_525);

    DelegationPolicy() {}

    /** Returns the policy in force where no administrator has set one. */
    public static DelegationPolicy builtIn() {
        return new AutoValue_DelegationPolicy.Builder()
                .enabled(true)
                .personalDelegation(true)
                .allowedRights(ImmutableSet.copyOf(DelegationRight.values()))
                .maxMembers(DEFAULT_MAX_MEMBERS)
                .maxDuration(Optional.empty())
                .otherDomains(ImmutableSet.of())
                .noticesTo(NoticeRecipients.NONE)
                .build();
    }

    /**
     * Returns whether delegation is on. Off, it suspends existing delegations and refuses new ones.
     */
    public abstract boolean enabled();

    /** Returns whether users may delegate their own mailboxes. */
    public abstract boolean personalDelegation();

    /** Returns the rights that have effect. */
    public abstract ImmutableSet<DelegationRight> allowedRights();

    /** Returns the RFC 4314 letters that have effect: those of any allowed right. */
    @Memoized
    public ImapRights allowedLetters() {
        return ImapRights.givenBy(allowedRights());
    }

    /** Returns the largest number of delegations that a mailbox may have, at least 1. */
    public abstract int maxMembers();

    /** Returns the longest time that a new delegation may last; empty if there is no limit. */
    public abstract Optional<Duration> maxDuration();

    /** Returns the domains, besides the owner's own, whose users may be delegates. */
    public abstract ImmutableSet<Domain> otherDomains();

    /** Returns who is told what happens to delegations that do not say it themselves. */
    public abstract NoticeRecipients noticesTo();

    public abstract Builder toBuilder();

    /** Rule: delegation is switched on for this kind of mailbox. */
    public Decision permitsDelegation(Username owner, boolean shared) {
        if (!enabled()) {
            return Decision.refused(
                    "Delegation is switched off by the policy of %s", domainOf(owner));
        }
        if (!shared && !personalDelegation()) {
            return Decision.refused(
                    "The policy of %s does not permit delegating personal mailboxes such as %s",
                    domainOf(owner), owner.asString());
        }
        return Decision.permitted();
    }

    /** Rule: only allowed rights are granted. */
    public Decision permitsRights(Username owner, Set<DelegationRight> rights) {
        Set<DelegationRight> refused = Sets.difference(rights, allowedRights());
        return refused.isEmpty()
                ? Decision.permitted()
                : Decision.refused(
                        "The policy of %s does not allow %s; it allows %s",
                        domainOf(owner), names(refused), names(allowedRights()));
    }

    /** Rule: only letters of allowed rights are granted. */
    public Decision permitsLetters(Username owner, ImapRights letters) {
        ImapRights refused = letters.minus(allowedLetters());
        return refused.isEmpty()
                ? Decision.permitted()
                : Decision.refused(
                        "The policy of %s does not allow the letters '%s'; it allows '%s'",
                        domainOf(owner), refused, allowedLetters());
    }

    /** Rule: delegates belong to the owner's domain, or to one that the policy names. */
    public Decision permitsDelegate(Username owner, Username delegate) {
        boolean known =
                delegate.getDomainPart().equals(owner.getDomainPart())
                        || delegate.getDomainPart().filter(otherDomains()::contains).isPresent();
        return known
                ? Decision.permitted()
                : Decision.refused(
                        "The policy of %s does not permit delegates of another domain such as %s",
                        domainOf(owner), delegate.asString());
    }

    /**
     * Rule: a new delegation ends, within the longest permitted time from its start.
     *
     * @param now the start of a delegation that names none
     */
    public Decision permitsDuration(Username owner, Validity validity, Instant now) {
        if (maxDuration().isEmpty()) {
            return Decision.permitted();
        }
        Instant latest = validity.notBefore().orElse(now).plus(maxDuration().get());
        boolean within = validity.notAfter().filter(end -> !end.isAfter(latest)).isPresent();
        return within
                ? Decision.permitted()
                : Decision.refused(
                        "The policy of %s permits a delegation to last %s at most: set 'notAfter'"
                                + " to %s or earlier",
                        domainOf(owner), IsoDuration.of(maxDuration().get()), latest);
    }

    /** Rule: a mailbox has no more members than the policy permits. */
    public Decision permitsAnotherMember(Username owner, int present) {
        return present < maxMembers()
                ? Decision.permitted()
                : Decision.refused(
                        "%s already has %d members, the most that the policy of %s allows",
                        owner.asString(), present, domainOf(owner));
    }

    private static String domainOf(Username owner) {
        return owner.getDomainPart().map(Domain::asString).orElse("this server");
    }

    private static String names(Set<DelegationRight> rights) {
        return rights.isEmpty() ? "none" : DelegationRight.names(rights);
    }

    /** Builds a {@link DelegationPolicy}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        public abstract Builder enabled(boolean enabled);

        public abstract Builder personalDelegation(boolean personalDelegation);

        public abstract Builder allowedRights(Iterable<DelegationRight> allowedRights);

        public abstract Builder maxMembers(int maxMembers);

        public abstract Builder maxDuration(Optional<Duration> maxDuration);

        public abstract Builder otherDomains(Iterable<Domain> otherDomains);

        public abstract Builder noticesTo(NoticeRecipients noticesTo);

        abstract DelegationPolicy autoBuild();

        /**
         * @throws IllegalArgumentException if {@code maxMembers} is not positive, or if {@code
         *     maxDuration} is not between one second and a hundred years
         */
        public DelegationPolicy build() {
            DelegationPolicy policy = autoBuild();
            if (policy.maxMembers() < 1) {
                throw new IllegalArgumentException(
                        "'maxMembers' is " + policy.maxMembers() + "; it must be at least 1");
            }
            policy.maxDuration()
                    .filter(
                            limit ->
                                    limit.compareTo(MIN_DURATION) < 0
                                            || limit.compareTo(MAX_DURATION) > 0)
                    .ifPresent(
                            limit -> {
                                throw new IllegalArgumentException(
                                        "'maxDuration' is "
                                                + limit
                                                + "; it must be from one second (PT1S) to a hundred"
                                                + " years (P36525D)");
                            });
            return policy;
        }
    }
}
