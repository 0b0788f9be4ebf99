/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import static org.sharedmailbox.model.FolderName.DELIMITER;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxManager.MailboxSearchFetchType;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.search.MailboxQuery;
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
public final class OwnerFolders {
    private static final Logger LOGGER = LoggerFactory.getLogger(OwnerFolders.class);

    private final MailboxManager mailboxes;

    public OwnerFolders(MailboxManager mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Returns all folders of the owner, by one search. Does not block. */
    public Mono<List<MailboxMetaData>> all(MailboxSession owner) {
        Mono<List<MailboxMetaData>> all =
                mailboxes
                        .search(
                                MailboxQuery.privateMailboxesBuilder(owner)
                                        .matchesAllMailboxNames()
                                        .build(),
                                MailboxSearchFetchType.Minimal,
                                owner)
                        .collectList();
        return mailboxes.manageProcessing(all, owner);
    }

    /** Returns the place of that name, whose ids are asked for when they are needed; may block. */
    FolderPlace place(MailboxSession owner, FolderName name) {
        return FolderPlace.of(name, asked -> idOf(owner, asked));
    }

    /** Returns the present place of a selected folder; may block when it is needed. */
    FolderPlace place(SelectedFolder selected) {
        return FolderPlace.of(
                () -> FolderId.of(selected.mailbox().getMailboxId()),
                () -> currentName(selected),
                asked -> idOf(OwnerMailboxSession.copyOf(selected.ownerSession()), asked));
    }

    private Optional<FolderId> idOf(MailboxSession owner, FolderName name) {
        NonBlocking.aboutToBlock();
        MailboxPath path = MailboxPath.forUser(owner.getUser(), name.asString());
        return find(path, owner).map(FolderId::of).blockOptional();
    }

    private Mono<MailboxId> find(MailboxPath path, MailboxSession owner) {
        return mailboxes
                .manageProcessing(Mono.from(mailboxes.getMailboxReactive(path, owner)), owner)
                .map(MessageManager::getId)
                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty());
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
     * Returns the moves of that folder and of all below it to another name, by one search; empty if
     * one of them has a name by which nobody can ask for it, so that it has no place. Does not
     * block.
     */
    Mono<Optional<List<FolderMove>>> tree(
            MailboxSession owner, FolderName upper, FolderName newName) {
        return all(owner).map(found -> moves(upper, newName, found));
    }

    private static Optional<List<FolderMove>> moves(
            FolderName upper, FolderName newName, List<MailboxMetaData> all) {
        Map<FolderName, FolderId> ids = new HashMap<>();
        Map<FolderName, FolderId> idsAfter = new HashMap<>();
        for (MailboxMetaData one : all) {
            FolderId id = FolderId.of(one.getId());
            Optional<FolderName> name = FolderName.parse(one.getPath().getName());
            Optional<FolderName> after = name.flatMap(now -> moved(now, upper, newName));
            if (after.isPresent()) {
                ids.put(name.get(), id);
                idsAfter.put(after.get(), id);
            } else if (one.getPath().getName().startsWith(upper.asString() + DELIMITER)) {
                return Optional.empty();
            }
        }
        ImmutableList.Builder<FolderMove> moves = ImmutableList.builder();
        for (FolderName name : ids.keySet()) {
            if (upper.covers(name)) {
                moves.add(
                        FolderMove.of(
                                FolderPlace.in(ids, name),
                                FolderPlace.in(
                                        idsAfter, moved(name, upper, newName).orElseThrow())));
            }
        }
        return Optional.of(moves.build());
    }

    /** Returns the name after the move; empty if no folder can have it. */
    private static Optional<FolderName> moved(FolderName name, FolderName upper, FolderName to) {
        return upper.covers(name)
                ? FolderName.parse(
                        to.asString() + name.asString().substring(upper.asString().length()))
                : Optional.of(name);
    }

    /** Deletes the folder by the id that it had when the rights were asked for. */
    Mono<Boolean> delete(MailboxSession owner, ResolvedFolder folder) {
        Optional<FolderId> decided = folder.place().id();
        return find(folder.address().path(), owner)
                .filter(id -> decided.filter(FolderId.of(id)::equals).isPresent())
                .flatMap(id -> mailboxes.deleteMailboxReactive(id, owner))
                .map(any -> true)
                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty())
                .defaultIfEmpty(false);
    }

    /**
     * Decides whether there is such a folder. INBOX always exists (RFC 3501 §5.1): it is made if
     * its owner has never signed in. Does not block.
     */
    Mono<Boolean> exists(MailboxSession owner, FolderAddress address) {
        Mono<Boolean> found = isThere(owner, address);
        return address.folder().equals(FolderName.INBOX)
                ? found.flatMap(
                        exists ->
                                exists ? Mono.just(true) : create(owner, address).thenReturn(true))
                : found;
    }

    /** Decides whether there is such a folder now, and makes none. Does not block. */
    Mono<Boolean> isThere(MailboxSession owner, FolderAddress address) {
        return mailboxes.manageProcessing(
                Mono.from(mailboxes.mailboxExists(address.path(), owner)), owner);
    }

    private Mono<MailboxId> create(MailboxSession owner, FolderAddress inbox) {
        return mailboxes.manageProcessing(
                Mono.from(mailboxes.createMailboxReactive(inbox.path(), owner))
                        // Somebody else was quicker.
                        .onErrorResume(MailboxExistsException.class, e -> Mono.empty()),
                owner);
    }
}
