/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.common.collect.ImmutableList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationService;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.delegation.Departures;
import org.sharedmailbox.delegation.GrantContext;
import org.sharedmailbox.delegation.LetterLimits;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.transaction.Transactions;

/**
 * Reads and writes delegations as the access control lists of RFC 4314. The folder is empty for the
 * root of a mailbox, which stands for all its folders. Refusals are {@link
 * RequestRefusedException}s, and then nothing has changed. Rights to send are never touched.
 * Thread-safe; may block.
 */
public class AclService {
    private final Delegations delegations;
    private final DepartureRule departureRule;
    private final DelegationService service;
    private final AccessResolver accesses;
    private final AclFolders folders;
    private final Transactions transactions;
    private final Clock clock;
    private final NothingLeft nothingLeft;

    @Inject
    public AclService(
            Delegations delegations,
            Departures departures,
            DelegationService service,
            AccessResolver accesses,
            Folders folders,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.departureRule = new DepartureRule(departures);
        this.service = service;
        this.accesses = accesses;
        this.folders = new AclFolders(folders);
        this.transactions = transactions;
        this.clock = clock;
        this.nothingLeft = new NothingLeft(folders);
    }

    /**
     * Returns who holds which rights there by a delegation that has not ended, whether or not it
     * has begun and is suspended; in the order of addresses.
     */
    public List<AclEntry> entries(Username owner, Optional<FolderName> folder) {
        Instant now = clock.instant();
        LetterLimits limits = accesses.limitsOf(owner);
        Optional<AclFolder> place = folders.find(owner, folder);
        return delegations.ofOwner(owner).stream()
                .filter(delegation -> !delegation.validity().hasEndedAt(now))
                .map(
                        delegation ->
                                AclEntry.of(
                                        delegation.delegate(),
                                        place.map(one -> one.lettersOf(delegation.entries()))
                                                .orElse(ImapRights.NONE)
                                                .cappedBy(limits.letters())))
                .filter(entry -> !entry.rights().isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the rights that can be granted in the owner's mailbox (RFC 4314 §3.4). */
    public ImapRights grantable(Username owner) {
        return accesses.limitsOf(owner).letters();
    }

    /**
     * Changes the delegate's rights in that folder alone. Refuses everything that {@link
     * DelegationService#grant} refuses.
     *
     * @param member who changes them
     */
    public void set(
            Username owner,
            Optional<FolderName> folder,
            Username delegate,
            RightsModification modification,
            Username member) {
        requireAccount(delegate);
        AclFolder place = folders.require(owner, folder);
        AclEdit edit = new AclEdit(place, accesses.limitsOf(owner));
        change(owner, place, delegate, member, true, before -> edit.set(before, modification));
    }

    /**
     * Takes the delegate's rights in that folder alone away. At the root it ends all of them, which
     * members may do for themselves without right {@code a}. Does nothing if there are none.
     *
     * @param member who takes them away
     */
    public void delete(
            Username owner, Optional<FolderName> folder, Username delegate, Username member) {
        if (service.find(owner, delegate).isEmpty()) {
            requireAccount(delegate);
        }
        AclFolder place = folders.require(owner, folder);
        AclEdit edit = new AclEdit(place, accesses.limitsOf(owner));
        boolean leaves = place.isRoot() && delegate.equals(member);
        change(owner, place, delegate, member, !leaves, edit::delete);
    }

    /** Refuses ({@code NOT_FOUND}) an identifier that is no account. */
    public void requireAccount(Username identifier) {
        service.requireAccount(identifier);
    }

    /**
     * @param needsRight whether the member has to hold right {@code a} there, which is checked
     *     under the lock, and within the transaction, where no cache answers
     * @param edit what becomes of the entries
     */
    private void change(
            Username owner,
            AclFolder place,
            Username delegate,
            Username member,
            boolean needsRight,
            UnaryOperator<FolderEntries> edit) {
        transactions.inRepeatableTransaction(
                () -> {
                    GrantContext context = service.lock(owner, delegate);
                    Optional<Instant> end =
                            needsRight ? authorityOf(owner, place, member) : Optional.empty();
                    Optional<Delegation> present = context.unended();
                    FolderEntries before =
                            present.map(Delegation::entries).orElseGet(FolderEntries::none);
                    FolderEntries edited = edit.apply(before);
                    if (!edited.giveTheSameAs(before)) {
                        FolderEntries after =
                                place.lettersOf(edited).isEmpty() && mayTidy(owner, member)
                                        ? nothingLeft.tidied(owner, edited)
                                        : edited;
                        boolean gives =
                                !place.lettersOf(after).minus(place.lettersOf(before)).isEmpty();
                        SuspendedGrant.requireKept(context, after);
                        GrantEnd.require(present, end, gives);
                        if (gives && context.mailbox().isEmpty()) {
                            SharingLimit.require(before, after);
                            departureRule.requirePresent(context, before);
                        }
                        service.replace(
                                context,
                                present.orElseGet(() -> begun(context, end, member)),
                                after,
                                gives,
                                Actor.member(member, AuditSource.IMAP));
                        departureRule.note(context, member, after);
                    }
                    return true;
                });
    }

    /** Whoever manages some folders only takes nothing away elsewhere, now or later. */
    private boolean mayTidy(Username owner, Username member) {
        return member.equals(owner)
                || accesses.access(owner, member).imapRightsEverywhere().allow(Right.Administer);
    }

    private static Delegation begun(GrantContext context, Optional<Instant> end, Username member) {
        return context.begun(Validity.of(Optional.empty(), end), member.asString());
    }

    /**
     * Refuses who may not do this, and returns when what they grant has to end: no later than their
     * own access.
     */
    private Optional<Instant> authorityOf(Username owner, AclFolder place, Username member) {
        if (member.equals(owner)) {
            return Optional.empty();
        }
        Access access = accesses.access(owner, member);
        if (!place.rightsOf(access).allow(Right.Administer)) {
            throw RequestRefusedException.policy("You no longer have the right to do this here.");
        }
        return access.endsAt();
    }
}
