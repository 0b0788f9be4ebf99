/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;

/**
 * A kind of shared mailbox, declared in the configuration: which folders its mailboxes get, and
 * what their members may do.
 */
@AutoValue
public abstract class SharedMailboxType {
    /** The type for a team that reads and answers mail together. */
    public static final SharedMailboxType TEAM =
            named(SharedMailboxTypeName.of("team"))
                    .folders(folders("INBOX", "Sent", "Drafts", "Archive", "Trash", "Spam"))
                    .defaultRights(
                            ImmutableSet.of(
                                    DelegationRight.READ_AND_MANAGE, DelegationRight.SEND_AS))
                    .build();

    /**
     * The type for mail that is kept: members can neither delete mail nor move it away nor add any.
     */
    public static final SharedMailboxType ARCHIVE =
            named(SharedMailboxTypeName.of("archive"))
                    .folders(folders("INBOX", "Sent"))
                    .cap(ImapRights.ofLetters("lrsw"))
                    .sending(false)
                    .build();

    SharedMailboxType() {}

    /** Starts a type with {@code READ} for new members, no cap, and sending allowed. */
    public static Builder named(SharedMailboxTypeName name) {
        return new AutoValue_SharedMailboxType.Builder()
                .name(name)
                .defaultRights(ImmutableSet.of(DelegationRight.READ))
                .cap(ImapRights.ALL)
                .sending(true);
    }

    private static ImmutableList<FolderName> folders(String... names) {
        return Arrays.stream(names).map(FolderName::of).collect(ImmutableList.toImmutableList());
    }

    public abstract SharedMailboxTypeName name();

    /** Returns the folders that are created with a mailbox. */
    public abstract ImmutableList<FolderName> folders();

    /** Returns the rights of a new member for whom none are named. */
    public abstract ImmutableSet<DelegationRight> defaultRights();

    /** Returns the IMAP rights that no member can exceed. */
    public abstract ImapRights cap();

    /** Returns whether members may send as, or on behalf of, such a mailbox. */
    public abstract boolean sending();

    public boolean permits(DelegationRight right) {
        return sending() || !right.isForSending();
    }

    /** Builds a {@link SharedMailboxType}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder name(SharedMailboxTypeName name);

        public abstract Builder folders(Iterable<FolderName> folders);

        public abstract Builder defaultRights(Iterable<DelegationRight> defaultRights);

        public abstract Builder cap(ImapRights cap);

        public abstract Builder sending(boolean sending);

        public abstract SharedMailboxType build();
    }
}
