/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.ImapRights;

/**
 * What a delegate may do in an owner's mailbox at the moment that was asked about: the delegation's
 * rights after its validity, the domain's policy and the mailbox's type have had their say.
 */
@AutoValue
public abstract class Access {
    Access() {}

    public static Access none(Username owner, Username delegate) {
        return new AutoValue_Access(
                owner,
                delegate,
                ImmutableSet.of(),
                FolderScope.everything(),
                ImapRights.NONE,
                false,
                Optional.empty());
    }

    static Access of(
            Delegation delegation, ImmutableSet<DelegationRight> effective, ImapRights cap) {
        if (effective.isEmpty()) {
            return none(delegation.owner(), delegation.delegate());
        }
        return new AutoValue_Access(
                delegation.owner(),
                delegation.delegate(),
                effective,
                delegation.folders(),
                ImapRights.givenBy(effective).cappedBy(cap),
                delegation.subscribe(),
                delegation.validity().notAfter());
    }

    public abstract Username owner();

    public abstract Username delegate();

    /** Empty if the delegate has nothing to do with this mailbox at present. */
    public abstract ImmutableSet<DelegationRight> rights();

    /** The folders that {@link #imapRightsOn} is about; send rights know no folders. */
    public abstract FolderScope folders();

    abstract ImapRights imapRights();

    /** Returns whether the folders appear by themselves among the delegate's subscriptions. */
    public abstract boolean subscribed();

    /** When all this ends by itself; empty if it does not. */
    public abstract Optional<Instant> endsAt();

    /** The RFC 4314 rights on that folder, whether or not it exists. */
    public ImapRights imapRightsOn(FolderName folder) {
        return folders().covers(folder) ? imapRights() : ImapRights.NONE;
    }

    /** The RFC 4314 rights on the mailbox as a whole: none, if only some folders are delegated. */
    public ImapRights imapRightsOnAll() {
        return folders().isEverything() ? imapRights() : ImapRights.NONE;
    }

    /** Returns whether that right is held on some folder, whichever. */
    public boolean allowsSomewhere(Right right) {
        return imapRights().allow(right);
    }

    /** Returns whether any folder may be seen at all. */
    public boolean opensMailbox() {
        return !imapRights().isEmpty();
    }

    public boolean allows(DelegationRight right) {
        return rights().contains(right);
    }
}
