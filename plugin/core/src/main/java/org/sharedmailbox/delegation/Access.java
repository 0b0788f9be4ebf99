/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderPlace;
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
                FolderEntries.none(),
                ImapRights.NONE,
                false,
                Optional.empty());
    }

    /**
     * @param sendRights those of the delegation's rights to send that are in effect
     * @param cap the rights beyond which no entry has an effect
     */
    static Access of(
            Delegation delegation, ImmutableSet<DelegationRight> sendRights, ImapRights cap) {
        Access access =
                new AutoValue_Access(
                        delegation.owner(),
                        delegation.delegate(),
                        sendRights,
                        delegation.entries(),
                        cap,
                        delegation.subscribe(),
                        delegation.validity().notAfter());
        return access.isNothing() ? none(delegation.owner(), delegation.delegate()) : access;
    }

    public abstract Username owner();

    public abstract Username delegate();

    /** Returns the rights to send that are now in effect. */
    public abstract ImmutableSet<DelegationRight> sendRights();

    abstract FolderEntries entries();

    abstract ImapRights cap();

    /** Returns whether the folders are among the delegate's subscriptions by default. */
    public abstract boolean subscribed();

    /** Returns when the access ends by itself; empty if it does not. */
    public abstract Optional<Instant> endsAt();

    /** Returns the RFC 4314 rights in that folder, or in one that would be made there. */
    public ImapRights imapRightsIn(FolderPlace place) {
        return entries().lettersIn(place).cappedBy(cap());
    }

    /** Returns the RFC 4314 rights in a folder that would be made at the top level. */
    public ImapRights imapRightsAtTopLevel() {
        return entries().lettersOfMailbox().cappedBy(cap());
    }

    /** Returns whether the rights are the same in all folders, so that no folder is asked for. */
    public boolean isUniform() {
        return entries().areUniform();
    }

    /** Returns the RFC 4314 rights that are held in every folder, present and future. */
    public ImapRights imapRightsEverywhere() {
        return entries().lettersEverywhere().cappedBy(cap());
    }

    /** Returns the RFC 4314 rights that are held in some folder. */
    public ImapRights imapRightsSomewhere() {
        return entries().lettersSomewhere().cappedBy(cap());
    }

    /** Returns whether any IMAP right is held at all. */
    public boolean opensMailbox() {
        return !imapRightsSomewhere().isEmpty();
    }

    /** Returns whether nothing at all is held at present. */
    public boolean isNothing() {
        return sendRights().isEmpty() && !opensMailbox();
    }
}
