/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.sharedmailbox.model.AutoReply;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.NoticeRecipients;
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

    /**
     * Returns the rights; empty to grant those that the mailbox's type gives new members, unless
     * {@link #access} says what is granted.
     */
    public abstract ImmutableSet<DelegationRight> rights();

    /** Returns the folders in which rights to mail apply, each with its subfolders. */
    public abstract FolderScope folders();

    /**
     * Returns what is granted folder by folder; empty where {@link #rights} and {@link #folders}
     * say it. With it, the rights are rights to send only.
     */
    public abstract Optional<RequestedAccess> access();

    public abstract Validity validity();

    public abstract Optional<String> note();

    public abstract boolean subscribe();

    /** Returns who is told what happens to it; empty for whom the owner's policy names. */
    public abstract Optional<NoticeRecipients> noticesTo();

    /** Returns what James answers for the owner while it lasts. */
    public abstract Optional<AutoReply> autoReply();

    public abstract Builder toBuilder();

    /** Builds {@link DelegationTerms}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        public abstract Builder rights(Iterable<DelegationRight> rights);

        public abstract Builder folders(FolderScope folders);

        public abstract Builder access(RequestedAccess access);

        public abstract Builder validity(Validity validity);

        public abstract Builder note(String note);

        public abstract Builder subscribe(boolean subscribe);

        public abstract Builder noticesTo(Optional<NoticeRecipients> noticesTo);

        public abstract Builder autoReply(Optional<AutoReply> autoReply);

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
