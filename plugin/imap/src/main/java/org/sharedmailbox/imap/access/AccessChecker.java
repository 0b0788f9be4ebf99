/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxACL;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.DelegationUses;
import org.sharedmailbox.delegation.HeldDelegations;
import org.sharedmailbox.delegation.SignedInUser;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.session.OwnerMailboxSession;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * Answers what the delegate of a command may do in which folder. Methods that ask our store may
 * block, and throw {@link org.sharedmailbox.failure.StoreUnavailableException} while it cannot be
 * reached. Thread-safe.
 */
public class AccessChecker {
    private static final ImapRights CAP_IF_EXAMINED = ImapRights.ofLetters("lr");

    private final AccessResolver accesses;
    private final OwnerFolders folders;
    private final ExistingFolders existing;
    private final DelegationUses uses;

    /** Makes a checker that asks our store, and James for folders. */
    @Inject
    public AccessChecker(
            AccessResolver accesses,
            MailboxManager mailboxes,
            ExistingFolders existing,
            DelegationUses uses) {
        this.uses = uses;
        this.accesses = accesses;
        this.folders = new OwnerFolders(mailboxes);
        this.existing = existing;
    }

    /** Notes that the delegate uses what they were given there. Does not block. */
    public void used(CommandContext<?> context, Username owner, Use use) {
        uses.note(owner, context.delegate(), use);
    }

    /** Reads what the delegate was granted: to be asked once per command. May block. */
    public HeldDelegations heldBy(SignedInUser delegate) {
        return accesses.heldBy(delegate);
    }

    /** Returns what the delegate may do now in the owner's mailbox. May block. */
    public Access accessTo(Username owner, SignedInUser delegate) {
        return accesses.access(owner, heldBy(delegate));
    }

    /** Returns the same for what was read for the command before. May block. */
    public Access accessTo(Username owner, HeldDelegations held) {
        return accesses.access(owner, held);
    }

    /** Returns the access to all mailboxes in which the delegate may do anything. May block. */
    public List<Access> accessToAll(HeldDelegations held) {
        return accesses.allOf(held);
    }

    /** Decides whether the account is still the one that the user signed in to. May block. */
    public boolean isCurrent(SignedInUser user) {
        return accesses.isCurrent(user);
    }

    /**
     * Returns the folder that the command names, whether or not it exists; empty if the name means
     * nothing to the delegate, because it is none, for which our store is not asked, or because
     * they hold no right there. May block.
     */
    public Optional<ResolvedFolder> resolve(CommandContext<?> context, String name) {
        return resolve(context, name, owner -> accessTo(owner, context.user()));
    }

    /** Returns the same by what was read for the command before. May block. */
    public Optional<ResolvedFolder> resolve(
            CommandContext<?> context, String name, HeldDelegations held) {
        return resolve(context, name, owner -> accessTo(owner, held));
    }

    private Optional<ResolvedFolder> resolve(
            CommandContext<?> context, String name, Function<Username, Access> accessTo) {
        return context.names()
                .parse(name)
                .map(address -> folder(context, address, accessTo.apply(address.owner())))
                .filter(folder -> !folder.rights().isEmpty());
    }

    /** Returns the folder with the access to its owner's mailbox, whether or not it exists. */
    public ResolvedFolder folder(CommandContext<?> context, FolderAddress address, Access access) {
        MailboxSession owner = OwnerMailboxSession.of(context.session(), address.owner());
        return ResolvedFolder.of(address, access, name -> folders.place(owner, name));
    }

    /**
     * Returns what the delegate may do now in the selected folder: nothing, if it is gone or was
     * moved out of the delegation. May block, to ask James what it is called now.
     */
    public ImapRights rightsIn(SelectedFolder selected, Access access) {
        if (selected.isDeleted()) {
            return ImapRights.NONE;
        }
        ImapRights rights =
                access.isUniform()
                        ? access.imapRightsEverywhere()
                        : access.imapRightsIn(folders.place(selected));
        return selected.isExamined() ? rights.cappedBy(CAP_IF_EXAMINED) : rights;
    }

    /**
     * Decides whether the delegate may move the folder, with all below it, to that name: they need
     * right {@code x} on each, and must not get rights by it that they do not hold in the place
     * where it is now. James is asked only if folders differ. Does not block.
     */
    public Mono<Boolean> mayMove(
            CommandContext<?> context, ResolvedFolder folder, FolderName newName) {
        Access access = folder.access();
        if (access.isUniform()) {
            return Mono.just(access.imapRightsEverywhere().allow(MailboxACL.Right.DeleteMailbox));
        }
        MailboxSession owner = OwnerMailboxSession.of(context.session(), access.owner());
        return folders.tree(owner, folder.address().folder(), newName)
                .map(
                        moves ->
                                moves.isPresent()
                                        && moves.get().stream()
                                                .allMatch(move -> move.isPermittedBy(access)));
    }

    /**
     * Deletes the folder that the rights were asked for, and no other that has its name by now.
     * Does not block.
     *
     * @return whether it was there
     */
    public Mono<Boolean> delete(CommandContext<?> context, ResolvedFolder folder) {
        return folders.delete(
                OwnerMailboxSession.of(context.session(), folder.address().owner()), folder);
    }

    /** Decides whether there is such a folder, whoever may know of it. Does not block. */
    public Mono<Boolean> exists(CommandContext<?> context, FolderAddress address) {
        return existing.exists(context, address);
    }

    /**
     * Goes on in one way if there is such a folder, and in another if not. Does not block, but both
     * may, to ask for more folders.
     */
    public Mono<Void> ifExists(
            CommandContext<?> context,
            ResolvedFolder folder,
            Supplier<Mono<Void>> present,
            Supplier<Mono<Void>> missing) {
        return existing.ifExists(context, folder, present, missing);
    }

    /**
     * Does something in a folder, if there is such a folder, or else something else. One that was
     * there before is not asked for beforehand.
     *
     * @param command has James answer by the responder that it is given, and change nothing where
     *     the folder is missing
     */
    public Mono<Void> use(
            CommandContext<?> context,
            ResolvedFolder folder,
            Function<Responder, Mono<Void>> command,
            Supplier<Mono<Void>> missing) {
        return existing.use(context, folder, command, missing);
    }

    /** Notes that the delegate has deleted or renamed the folder, or tried to. */
    public void mayBeGone(FolderAddress address) {
        existing.forget(address);
    }
}
