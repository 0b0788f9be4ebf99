/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.imap.access.OwnerFolders;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.name.ListPattern;
import org.sharedmailbox.imap.name.MailboxNameReader;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.session.OwnerMailboxSession;
import org.sharedmailbox.model.Excerpt;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderPlace;
import org.sharedmailbox.model.ImapRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the folders of other owners that a delegate sees: those with right {@code l}. Thread-safe.
 */
class SharedFolderFinder {
    private static final Logger LOGGER = LoggerFactory.getLogger(SharedFolderFinder.class);

    private static final int MAX_LOGGED_NAME = 200;

    /** Each search may be a round trip to a database; more would crowd out other people's. */
    private static final int SEARCHES_AT_A_TIME = 8;

    private final OwnerFolders folders;

    @Inject
    SharedFolderFinder(MailboxManager mailboxes) {
        this.folders = new OwnerFolders(mailboxes);
    }

    /** Returns those that the pattern can match, and maybe a few more, by one search per owner. */
    Mono<SharedFolders> find(
            CommandContext<?> context, List<Access> accesses, ListPattern pattern) {
        OtherUsersNamespace names = context.names();
        return Flux.fromIterable(accesses)
                .filter(Access::opensMailbox)
                .filter(access -> pattern.canMatchBelow(names.ofOwner(access.owner())))
                .flatMap(access -> foldersOf(access, context), SEARCHES_AT_A_TIME)
                .collectMap(folder -> names.of(folder.address()), folder -> folder, TreeMap::new)
                .map(SharedFolders::new);
    }

    private Flux<SharedFolder> foldersOf(Access access, CommandContext<?> context) {
        MailboxSession owner = OwnerMailboxSession.of(context.session(), access.owner());
        return folders.all(owner)
                .flatMapIterable(all -> visible(access, all))
                .onErrorResume(
                        e -> {
                            // One mailbox that cannot be read must not spoil the whole list.
                            LOGGER.warn(
                                    "Listing to {} without the folders of {}: {}",
                                    context.delegate().asString(),
                                    access.owner().asString(),
                                    e.toString());
                            LOGGER.debug("The folders cannot be read", e);
                            return Flux.empty();
                        });
    }

    /** INBOX always exists (RFC 3501 §5.1), also before its owner has ever signed in. */
    private static List<SharedFolder> visible(Access access, List<MailboxMetaData> all) {
        Map<FolderName, FolderId> ids = new HashMap<>();
        ids.put(FolderName.INBOX, FolderId.INBOX);
        for (MailboxMetaData one : all) {
            nameOf(one)
                    .ifPresent(name -> ids.computeIfAbsent(name, any -> FolderId.of(one.getId())));
        }
        List<SharedFolder> folders = new ArrayList<>();
        for (FolderName name : ids.keySet()) {
            SharedFolder folder = folder(access, name, ids);
            if (folder.rights().allow(Right.Lookup)) {
                folders.add(folder);
            }
        }
        return folders;
    }

    private static SharedFolder folder(
            Access access, FolderName name, Map<FolderName, FolderId> ids) {
        ImapRights rights = access.imapRightsIn(FolderPlace.in(ids, name));
        return SharedFolder.of(FolderAddress.of(access.owner(), name), rights, access.subscribed());
    }

    private static Optional<FolderName> nameOf(MailboxMetaData folder) {
        String name = folder.getPath().getName();
        Optional<FolderName> parsed =
                Optional.of(name).filter(MailboxNameReader::isInUnicode).flatMap(FolderName::parse);
        if (parsed.isEmpty()) {
            // Made by other means than a mail client, and a mail client cannot name it either.
            LOGGER.debug(
                    "Not listing '{}', a folder whose name no client can write",
                    Excerpt.printable(MAX_LOGGED_NAME, name));
        }
        return parsed;
    }
}
