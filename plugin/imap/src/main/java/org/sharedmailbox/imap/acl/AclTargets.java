/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.acl;

import java.util.Optional;
import javax.inject.Inject;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.CreationRight;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.decode.AclRequest;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.name.PersonalNamespace;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * Finds what an ACL command names: an own folder or root, or something of another owner.
 * Thread-safe.
 */
class AclTargets {
    private static final ImapRights LOOK_AND_CREATE = ImapRights.ofLetters("lk");

    private final AccessChecker access;

    @Inject
    AclTargets(AccessChecker access) {
        this.access = access;
    }

    /**
     * Returns the target; nothing if there is none, or none that the sender may know of. Blocks.
     */
    Mono<AclTarget> find(CommandContext<? extends AclRequest> context) {
        String name = context.request().mailboxName();
        if (!OtherUsersNamespace.isForeign(name)) {
            return PersonalNamespace.parse(context.delegate(), name)
                    .map(own -> ifExists(context, own, rightsOfOwner(context)))
                    .orElseGet(Mono::empty);
        }
        if (context.names().isOwnRoot(name)) {
            if (context.request() instanceof AclRequest.MyRights) {
                return Mono.empty();
            }
            return Mono.just(rightsOfOwner(context))
                    .filter(rights -> !rights.isEmpty())
                    .map(rights -> AclTarget.wholeMailbox(context.delegate(), rights));
        }
        Optional<FolderAddress> folder = context.names().parse(name);
        return folder.isPresent()
                ? ifExists(context, folder.get(), rightsIn(context, folder.get()))
                : Mono.justOrEmpty(wholeMailbox(context, name));
    }

    /**
     * None if the account is gone: whoever has its name now is somebody else. Whoever only asks
     * what they may do in folders of their own does not wait for our store.
     */
    private ImapRights rightsOfOwner(CommandContext<?> context) {
        return context.request() instanceof AclRequest.MyRights || access.isCurrent(context.user())
                ? ImapRights.OF_OWNER
                : ImapRights.NONE;
    }

    private ImapRights rightsIn(CommandContext<?> context, FolderAddress folder) {
        return access.folder(context, folder, access.accessTo(folder.owner(), context.user()))
                .rights();
    }

    private Mono<AclTarget> ifExists(
            CommandContext<? extends AclRequest> context, FolderAddress folder, ImapRights rights) {
        return rights.isEmpty()
                ? Mono.empty()
                : access.exists(context, folder)
                        .filter(exists -> exists)
                        .map(exists -> AclTarget.folder(folder, rights));
    }

    private Optional<AclTarget> wholeMailbox(
            CommandContext<? extends AclRequest> context, String name) {
        return context.names()
                .parseOwner(name)
                .map(owner -> access.accessTo(owner, context.user()))
                .filter(Access::opensMailbox)
                .map(one -> AclTarget.wholeMailbox(one.owner(), rightsOnRoot(context, one)));
    }

    /**
     * On a root nothing can be done but making folders below it, which is what mail programs ask
     * MYRIGHTS for, and who may change its entries must hold {@code a} in every folder.
     */
    private ImapRights rightsOnRoot(CommandContext<? extends AclRequest> context, Access one) {
        if (!(context.request() instanceof AclRequest.MyRights)) {
            return one.imapRightsEverywhere();
        }
        FolderAddress inbox = FolderAddress.of(one.owner(), FolderName.INBOX);
        return CreationRight.isHeldAtTopLevel(access.folder(context, inbox, one))
                ? LOOK_AND_CREATE
                : ImapRights.NONE;
    }
}
