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
 * The access of a delegate to an owner's mailbox at a given moment: the rights of the delegation,
 * limited by its validity, the domain's policy and the mailbox's type.
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

    /** Returns the rights now in effect; empty if the delegate has no access at present. */
    public abstract ImmutableSet<DelegationRight> rights();

    /** Returns the folders to which the IMAP rights apply; rights to send apply to no folders. */
    public abstract FolderScope folders();

    abstract ImapRights imapRights();

    /** Returns whether the folders are among the delegate's subscriptions by default. */
    public abstract boolean subscribed();

    /** Returns when the access ends by itself; empty if it does not. */
    public abstract Optional<Instant> endsAt();

    /** Returns the RFC 4314 rights on that folder, whether or not it exists. */
    public ImapRights imapRightsOn(FolderName folder) {
        return folders().covers(folder) ? imapRights() : ImapRights.NONE;
    }

    /**
     * Returns the RFC 4314 rights on the mailbox as a whole: none if only some folders are
     * delegated.
     */
    public ImapRights imapRightsOnAll() {
        return folders().isEverything() ? imapRights() : ImapRights.NONE;
    }

    /** Returns whether that right is held on any folder. */
    public boolean allowsSomewhere(Right right) {
        return imapRights().allow(right);
    }

    /** Returns whether any IMAP right is held at all. */
    public boolean opensMailbox() {
        return !imapRights().isEmpty();
    }

    boolean allows(DelegationRight right) {
        return rights().contains(right);
    }
}
