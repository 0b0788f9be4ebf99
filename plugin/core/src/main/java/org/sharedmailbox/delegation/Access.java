/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import org.apache.james.core.Username;

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
                false);
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
                imapRights(effective).cappedBy(cap),
                delegation.subscribe());
    }

    private static ImapRights imapRights(ImmutableSet<DelegationRight> rights) {
        return rights.stream().map(Access::imapRights).reduce(ImapRights.NONE, ImapRights::plus);
    }

    private static ImapRights imapRights(DelegationRight right) {
        switch (right) {
            case READ:
                return ImapRights.ofLetters("lr");
            case READ_AND_MANAGE:
                return ImapRights.ofLetters("lrswitkxe");
            case MANAGE_MEMBERS:
                return ImapRights.ofLetters("la");
            case SEND_AS:
            case SEND_ON_BEHALF:
                return ImapRights.NONE;
        }
        throw new AssertionError(right);
    }

    public abstract Username owner();

    public abstract Username delegate();

    /** Empty if the delegate has nothing to do with this mailbox at present. */
    public abstract ImmutableSet<DelegationRight> rights();

    /** The folders that {@link #imapRightsOn} is about; send rights know no folders. */
    public abstract FolderScope folders();

    abstract ImapRights imapRights();

    /** Whether the folders appear by themselves among the delegate's subscriptions. */
    public abstract boolean subscribed();

    /** The RFC 4314 rights on that folder, whether or not it exists. */
    public ImapRights imapRightsOn(FolderName folder) {
        return folders().covers(folder) ? imapRights() : ImapRights.NONE;
    }

    /** Whether any folder may be seen at all. */
    public boolean opensMailbox() {
        return !imapRights().isEmpty();
    }

    public boolean allows(DelegationRight right) {
        return rights().contains(right);
    }
}
