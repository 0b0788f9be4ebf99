/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import java.util.Optional;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.session.OwnerMailboxSession;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.transaction.NonBlocking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Asks James for the folders of owners, as their owners. Thread-safe. */
class OwnerFolders {
    private static final Logger LOGGER = LoggerFactory.getLogger(OwnerFolders.class);

    private final MailboxManager mailboxes;

    OwnerFolders(MailboxManager mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Returns the place of that name, whose ids are asked for when they are needed; may block. */
    FolderPlace place(MailboxSession owner, FolderName name) {
        return FolderPlace.of(name, asked -> idOf(owner, asked));
    }

    /** Returns the present place of a selected folder; may block when it is needed. */
    FolderPlace place(SelectedFolder selected) {
        return FolderPlace.of(
                () -> FolderId.of(selected.mailbox().getMailboxId().serialize()),
                () -> currentName(selected),
                asked -> idOf(OwnerMailboxSession.copyOf(selected.ownerSession()), asked));
    }

    private Optional<FolderId> idOf(MailboxSession owner, FolderName name) {
        NonBlocking.aboutToBlock();
        MailboxPath path = MailboxPath.forUser(owner.getUser(), name.asString());
        return mailboxes
                .manageProcessing(
                        Mono.from(mailboxes.getMailboxReactive(path, owner))
                                .map(MessageManager::getId)
                                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty()),
                        owner)
                .map(id -> FolderId.of(id.serialize()))
                .blockOptional();
    }

    private Optional<FolderName> currentName(SelectedFolder selected) {
        NonBlocking.aboutToBlock();
        MailboxSession owner = OwnerMailboxSession.copyOf(selected.ownerSession());
        MailboxId id = selected.mailbox().getMailboxId();
        return mailboxes
                .manageProcessing(Mono.from(mailboxes.getMailboxReactive(id, owner)), owner)
                .flatMap(found -> Mono.fromCallable(found::getMailboxPath))
                .filter(path -> path.getUser().equals(selected.address().owner()))
                .flatMap(path -> Mono.justOrEmpty(FolderName.parse(path.getName())))
                .onErrorResume(
                        e -> {
                            LOGGER.debug("{} is gone", selected.address(), e);
                            return Mono.empty();
                        })
                .blockOptional();
    }

    /**
     * Decides whether there is such a folder. INBOX always exists (RFC 3501 §5.1): it is made if
     * its owner has never signed in. Does not block.
     */
    Mono<Boolean> exists(MailboxSession owner, FolderAddress address) {
        Mono<Boolean> found =
                mailboxes.manageProcessing(
                        Mono.from(mailboxes.mailboxExists(address.path(), owner)), owner);
        return address.folder().equals(FolderName.INBOX)
                ? found.flatMap(
                        exists ->
                                exists ? Mono.just(true) : create(owner, address).thenReturn(true))
                : found;
    }

    private Mono<MailboxId> create(MailboxSession owner, FolderAddress inbox) {
        return mailboxes.manageProcessing(
                Mono.from(mailboxes.createMailboxReactive(inbox.path(), owner))
                        // Somebody else was quicker.
                        .onErrorResume(MailboxExistsException.class, e -> Mono.empty()),
                owner);
    }
}
