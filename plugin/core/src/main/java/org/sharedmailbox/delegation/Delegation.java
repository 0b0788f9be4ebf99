/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.model.AutoReply;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.NoticeRecipients;
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
     * Starts a delegation without any right, without a time limit, that subscribes the delegate to
     * the folders.
     */
    public static Builder between(Username owner, Username delegate) {
        return new AutoValue_Delegation.Builder()
                .owner(owner)
                .delegate(delegate)
                .sendRights(ImmutableSet.of())
                .entries(FolderEntries.none())
                .validity(Validity.always())
                .subscribe(true)
                .noticesTo(Optional.empty())
                .autoReply(Optional.empty())
                .note(Optional.empty())
                .suspension(Optional.empty());
    }

    /** Returns whose mail it is: that of a shared mailbox or of a person. */
    public abstract Username owner();

    public abstract Username delegate();

    /** Returns the rights to send, which apply to no folders. */
    public abstract ImmutableSet<DelegationRight> sendRights();

    /** Returns what the delegate may do with mail, folder by folder. */
    public abstract FolderEntries entries();

    public abstract Validity validity();

    /** Returns whether the folders are among the delegate's subscriptions by default. */
    public abstract boolean subscribe();

    /** Returns who is told what happens to it; empty for whom the owner's policy names. */
    public abstract Optional<NoticeRecipients> noticesTo();

    /** Returns what James answers for the owner while it lasts. */
    public abstract Optional<AutoReply> autoReply();

    /** Returns the reason for the delegation, one line of at most 1000 characters. */
    public abstract Optional<String> note();

    /** Returns the suspension by an administrator; empty if it is not suspended by one. */
    public abstract Optional<Suspension> suspension();

    /** Returns who granted it first. */
    public abstract String grantedBy();

    public abstract Instant grantedAt();

    public abstract Instant changedAt();

    public abstract Builder toBuilder();

    /**
     * Returns its state at that instant according to its validity and suspension alone: a policy
     * may suspend it, too.
     */
    public DelegationState stateAt(Instant at) {
        if (validity().hasEndedAt(at)) {
            return DelegationState.EXPIRED;
        }
        if (suspension().isPresent()) {
            return DelegationState.SUSPENDED;
        }
        return validity().hasStartedAt(at) ? DelegationState.ACTIVE : DelegationState.SCHEDULED;
    }

    /** Returns what the audit log says of it. */
    public Map<String, String> auditDetails() {
        return DelegationAuditDetails.of(this);
    }

    /** Returns what it gives, in the names of rights and folders. */
    public ShortForm inShort() {
        return ShortForm.of(this);
    }

    /** Returns the same delegation with those entries, even if it holds nothing then. */
    Delegation withEntries(FolderEntries entries) {
        return toBuilder().entries(entries).autoBuild();
    }

    /** Returns the same delegation, changed to those entries, even if it holds nothing then. */
    Delegation withEntries(FolderEntries entries, Instant changedAt) {
        return toBuilder().entries(entries).changedAt(changedAt).autoBuild();
    }

    /** Returns whether it gives nothing any more, in any folder, and no right to send. */
    public boolean givesNothing() {
        return sendRights().isEmpty() && entries().giveNothing();
    }

    /**
     * Returns whether both have the same terms, whoever granted them, and when, and whether or not
     * they are suspended.
     */
    boolean hasTermsOf(Delegation other) {
        return entries().giveTheSameAs(other.entries())
                && equals(
                        other.toBuilder()
                                .entries(entries())
                                .suspension(suspension())
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

        public abstract Builder sendRights(Iterable<DelegationRight> sendRights);

        public abstract Builder entries(FolderEntries entries);

        /** Gives rights by their names, those to mail in all folders. */
        public Builder rights(Iterable<DelegationRight> rights) {
            ImmutableSet<DelegationRight> named = ImmutableSet.copyOf(rights);
            return sendRights(Sets.filter(named, DelegationRight::isForSending))
                    .entries(FolderEntries.ofMailbox(ImapRights.givenBy(named)));
        }

        public abstract Builder validity(Validity validity);

        public abstract Builder subscribe(boolean subscribe);

        public abstract Builder noticesTo(Optional<NoticeRecipients> noticesTo);

        public abstract Builder autoReply(Optional<AutoReply> autoReply);

        public abstract Builder note(Optional<String> note);

        public abstract Builder suspension(Optional<Suspension> suspension);

        public abstract Builder grantedBy(String grantedBy);

        public abstract Builder grantedAt(Instant grantedAt);

        public abstract Builder changedAt(Instant changedAt);

        abstract Delegation autoBuild();

        /**
         * @throws IllegalArgumentException if there is neither a right to send nor an entry, if the
         *     delegate is the owner, or if the note has more than {@value #MAX_NOTE_LENGTH}
         *     characters or more than one line
         */
        public Delegation build() {
            Delegation delegation = autoBuild();
            checkArgument(
                    !delegation.sendRights().isEmpty() || !delegation.entries().asList().isEmpty(),
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
