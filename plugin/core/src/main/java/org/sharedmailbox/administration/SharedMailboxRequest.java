/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.Set;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.model.DelegationRight;

/**
 * The settings that an administrator asks for; those that are absent stay as they are, or get their
 * defaults.
 */
@AutoValue
public abstract class SharedMailboxRequest {
    SharedMailboxRequest() {}

    public static Builder builder() {
        return new AutoValue_SharedMailboxRequest.Builder();
    }

    public abstract Optional<DisplayName> displayName();

    public abstract Optional<SharedMailboxTypeName> type();

    /** Returns the password with which somebody can sign in as the mailbox itself. */
    public abstract Optional<String> password();

    public abstract Optional<MailboxQuota> quota();

    public abstract Optional<Set<DelegationRight>> sentCopies();

    /** Decides whether this changes something that only James stores. */
    boolean concernsJames() {
        return password().isPresent() || quota().isPresent();
    }

    /** Builds a {@link SharedMailboxRequest}; without any setting it asks for the defaults. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        public abstract Builder displayName(DisplayName displayName);

        public abstract Builder type(SharedMailboxTypeName type);

        public abstract Builder password(String password);

        public abstract Builder quota(MailboxQuota quota);

        public abstract Builder sentCopies(Set<DelegationRight> sentCopies);

        public abstract SharedMailboxRequest build();
    }
}
