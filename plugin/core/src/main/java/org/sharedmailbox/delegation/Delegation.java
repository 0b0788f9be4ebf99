/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.PlainText;
import org.sharedmailbox.model.Validity;

/**
 * The rights that an owner's mailbox gives one delegate. There is at most one delegation for each
 * owner and delegate.
 */
@AutoValue
public abstract class Delegation {
    private static final int MAX_NOTE_LENGTH = 1000;

    Delegation() {}

    /**
     * Starts a delegation of all folders, without a time limit, that subscribes the delegate to the
     * folders.
     */
    public static Builder between(Username owner, Username delegate) {
        return new AutoValue_Delegation.Builder()
                .owner(owner)
                .delegate(delegate)
                .folders(FolderScope.everything())
                .validity(Validity.always())
                .subscribe(true)
                .note(Optional.empty());
    }

    /** Returns whose mail it is: that of a shared mailbox or of a person. */
    public abstract Username owner();

    public abstract Username delegate();

    /** Returns the rights; never empty. */
    public abstract ImmutableSet<DelegationRight> rights();

    public abstract FolderScope folders();

    public abstract Validity validity();

    /** Returns whether the folders are among the delegate's subscriptions by default. */
    public abstract boolean subscribe();

    /** Returns the reason for the delegation, one line of at most 1000 characters. */
    public abstract Optional<String> note();

    /** Returns who granted it first. */
    public abstract String grantedBy();

    public abstract Instant grantedAt();

    public abstract Instant changedAt();

    public abstract Builder toBuilder();

    /**
     * Returns its state at that instant according to its validity alone: a policy may suspend it.
     */
    public DelegationState stateAt(Instant at) {
        if (validity().hasEndedAt(at)) {
            return DelegationState.EXPIRED;
        }
        return validity().hasStartedAt(at) ? DelegationState.ACTIVE : DelegationState.SCHEDULED;
    }

    /** Returns whether both have the same terms, whoever granted them, and when. */
    boolean hasTermsOf(Delegation other) {
        return equals(
                other.toBuilder()
                        .grantedBy(grantedBy())
                        .grantedAt(grantedAt())
                        .changedAt(changedAt())
                        .build());
    }

    /** Builds a {@link Delegation}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder owner(Username owner);

        abstract Builder delegate(Username delegate);

        public abstract Builder rights(Iterable<DelegationRight> rights);

        public abstract Builder folders(FolderScope folders);

        public abstract Builder validity(Validity validity);

        public abstract Builder subscribe(boolean subscribe);

        public abstract Builder note(Optional<String> note);

        public abstract Builder grantedBy(String grantedBy);

        public abstract Builder grantedAt(Instant grantedAt);

        public abstract Builder changedAt(Instant changedAt);

        abstract Delegation autoBuild();

        /**
         * @throws IllegalArgumentException if there is no right, if the delegate is the owner, or
         *     if the note has more than {@value #MAX_NOTE_LENGTH} characters or more than one line
         */
        public Delegation build() {
            Delegation delegation = autoBuild();
            checkArgument(
                    !delegation.rights().isEmpty(),
                    "'rights' is empty; name at least one of %s",
                    DelegationRight.names());
            checkArgument(
                    !delegation.owner().equals(delegation.delegate()),
                    "%s cannot be a delegate of their own mailbox",
                    delegation.owner().asString());
            delegation.note().ifPresent(note -> PlainText.oneLine("note", note, MAX_NOTE_LENGTH));
            return delegation;
        }
    }
}
