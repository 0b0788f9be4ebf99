/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import org.apache.james.core.Username;
import org.sharedmailbox.model.DelegationRight;

/** An account that belongs to no person, whose mail a team reads and answers. */
@AutoValue
public abstract class SharedMailbox {
    /** The default: a copy is filed in Sent in both cases. */
    public static final ImmutableSet<DelegationRight> DEFAULT_SENT_COPIES =
            ImmutableSet.of(DelegationRight.SEND_AS, DelegationRight.SEND_ON_BEHALF);

    SharedMailbox() {}

    public static Builder at(Username address) {
        return new AutoValue_SharedMailbox.Builder().address(address).passwordSetOutside(false);
    }

    public abstract Username address();

    public abstract DisplayName displayName();

    public abstract SharedMailboxTypeName type();

    /** Returns what was decided here; see {@link #passwordSetOutside}. */
    public abstract SignIn signIn();

    /**
     * Returns whether the account was given a password by other means than ours, as far as we know:
     * somebody can sign in with it where we are not asked, such as over POP3 and JMAP.
     */
    public abstract boolean passwordSetOutside();

    /** Returns who can sign in, as the API writes it. */
    public String signInName() {
        return passwordSetOutside() ? "outside" : signIn().wireName();
    }

    /** Returns the rights to send whose use files a copy in the mailbox's Sent; may be empty. */
    public abstract ImmutableSet<DelegationRight> sentCopies();

    public abstract Instant createdAt();

    public abstract String createdBy();

    public abstract Builder toBuilder();

    /** Builds a {@link SharedMailbox}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        public abstract Builder address(Username address);

        public abstract Builder displayName(DisplayName displayName);

        public abstract Builder type(SharedMailboxTypeName type);

        public abstract Builder signIn(SignIn signIn);

        public abstract Builder passwordSetOutside(boolean outside);

        public abstract Builder sentCopies(Iterable<DelegationRight> sentCopies);

        public abstract Builder createdAt(Instant createdAt);

        public abstract Builder createdBy(String createdBy);

        abstract SharedMailbox autoBuild();

        /**
         * @throws IllegalArgumentException if {@code sentCopies} names a right that is not one to
         *     send
         */
        public SharedMailbox build() {
            SharedMailbox mailbox = autoBuild();
            mailbox.sentCopies()
                    .forEach(
                            right ->
                                    checkArgument(
                                            right.isForSending(),
                                            "'sentCopies' names %s; it takes SEND_AS and"
                                                    + " SEND_ON_BEHALF",
                                            right));
            return mailbox;
        }
    }
}
