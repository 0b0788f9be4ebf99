/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxManager.MailboxSearchFetchType;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.SubscriptionChoices;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The folders of other owners that a member sees now, under the names that the member knows: those
 * with right {@code l}. Immutable.
 */
final class SharedFolders {
    private static final Logger LOGGER = LoggerFactory.getLogger(SharedFolders.class);

    /** A folder that is there. */
    @AutoValue
    abstract static class Folder {
        Folder() {}

        abstract FolderAddress address();

        abstract ImapRights rights();

        abstract boolean isSubscribed();

        static Folder of(FolderAddress address, ImapRights rights, boolean subscribed) {
            return new AutoValue_SharedFolders_Folder(address, rights, subscribed);
        }
    }

    private final ImmutableSortedMap<String, Folder> byName;

    SharedFolders(Map<String, Folder> byName) {
        this.byName = ImmutableSortedMap.copyOf(byName);
    }

    /** Those that the pattern can match, at the cost of one search an owner; a few more may be. */
    static Mono<SharedFolders> visibleTo(
            ImapSession session,
            List<Access> accesses,
            MailboxPattern pattern,
            MailboxManager mailboxes) {
        OtherUsersNames names = OtherUsersNames.seenBy(session.getUserName());
        return Flux.fromIterable(accesses)
                .filter(Access::opensMailbox)
                .filter(access -> pattern.canMatchBelow(names.ofOwner(access.owner())))
                .concatMap(access -> foldersOf(access, session, mailboxes))
                .collectMap(folder -> names.of(folder.address()), folder -> folder, TreeMap::new)
                .map(SharedFolders::new);
    }

    private static Flux<Folder> foldersOf(
            Access access, ImapSession session, MailboxManager mailboxes) {
        MailboxSession owner = SessionView.ownerSession(session, access.owner());
        Mono<List<MailboxMetaData>> found =
                mailboxes
                        .search(
                                MailboxQuery.privateMailboxesBuilder(owner)
                                        .matchesAllMailboxNames()
                                        .build(),
                                MailboxSearchFetchType.Minimal,
                                owner)
                        .collectList();
        return mailboxes
                .manageProcessing(found, owner)
                .flatMapIterable(all -> folders(access, all));
    }

    private static List<Folder> folders(Access access, List<MailboxMetaData> all) {
        List<Folder> folders = new ArrayList<>();
        for (MailboxMetaData one : all) {
            nameOf(one)
                    .filter(name -> access.imapRightsOn(name).allow(Right.Lookup))
                    .ifPresent(
                            name ->
                                    folders.add(
                                            Folder.of(
                                                    FolderAddress.of(access.owner(), name),
                                                    access.imapRightsOn(name),
                                                    access.subscribed())));
        }
        return folders;
    }

    private static Optional<FolderName> nameOf(MailboxMetaData folder) {
        try {
            return Optional.of(FolderName.of(folder.getPath().getName()));
        } catch (IllegalArgumentException e) {
            // Made by other means than a mail client, and not to be named by one either.
            LOGGER.debug("A folder that nobody can name is not listed", e);
            return Optional.empty();
        }
    }

    /** By name, those that match. */
    Map<String, Folder> matching(MailboxPattern pattern) {
        return byName.entrySet().stream()
                .filter(entry -> pattern.matches(entry.getKey()))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, other) -> one,
                                TreeMap::new));
    }

    /** Levels above these folders that match and are no folders that the member sees. */
    List<String> levelsMatching(MailboxPattern pattern) {
        if (!pattern.listsLevels()) {
            return ImmutableList.of();
        }
        TreeSet<String> levels = new TreeSet<>();
        byName.keySet().forEach(name -> addLevelsAbove(name, levels));
        levels.removeAll(byName.keySet());
        levels.removeIf(level -> !pattern.matches(level));
        return ImmutableList.copyOf(levels);
    }

    private static void addLevelsAbove(String name, TreeSet<String> levels) {
        int end = name.lastIndexOf(OtherUsersNames.DELIMITER);
        while (end > 0) {
            levels.add(name.substring(0, end));
            end = name.lastIndexOf(OtherUsersNames.DELIMITER, end - 1);
        }
    }

    /** Whether the member sees a folder below that name. */
    boolean hasChildren(String name) {
        String below = name + OtherUsersNames.DELIMITER;
        String next = byName.higherKey(below);
        return next != null && next.startsWith(below);
    }

    /** The same folders, subscribed as the member chose where they did. */
    SharedFolders asChosen(SubscriptionChoices choices) {
        return new SharedFolders(
                Maps.transformValues(
                        byName,
                        folder ->
                                Folder.of(
                                        folder.address(),
                                        folder.rights(),
                                        choices.isSubscribed(
                                                folder.address().owner(),
                                                folder.address().folder(),
                                                folder.isSubscribed()))));
    }

    /** Only those that are subscribed. */
    SharedFolders subscribed() {
        Map<String, Folder> subscribed = new TreeMap<>(byName);
        subscribed.values().removeIf(folder -> !folder.isSubscribed());
        return new SharedFolders(subscribed);
    }
}
