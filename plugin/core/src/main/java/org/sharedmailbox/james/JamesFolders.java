/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxManager.CreateOption;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import reactor.core.publisher.Mono;

/** {@link Folders} in James's mailbox manager. */
public class JamesFolders implements Folders {
    private static final char DELIMITER = FolderName.DELIMITER;

    private final MailboxManager mailboxManager;

    @Inject
    public JamesFolders(MailboxManager mailboxManager) {
        this.mailboxManager = mailboxManager;
    }

    @Override
    public Optional<FolderId> find(Username owner, FolderName folder) {
        return folder.equals(FolderName.INBOX)
                ? Optional.of(FolderId.INBOX)
                : idOf(pathOf(owner, folder), mailboxManager.createSystemSession(owner))
                        .map(FolderId::of);
    }

    private Optional<MailboxId> idOf(MailboxPath path, MailboxSession session) {
        return Optional.ofNullable(
                answer(
                        Mono.from(mailboxManager.getMailboxReactive(path, session))
                                .map(MessageManager::getId)
                                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty()),
                        "look up " + path));
    }

    @Override
    public Map<FolderId, FolderName> all(Username owner) {
        Map<FolderId, FolderName> folders = new HashMap<>();
        folders.put(FolderId.INBOX, FolderName.INBOX);
        for (MailboxMetaData folder : foldersOf(mailboxManager.createSystemSession(owner))) {
            FolderName.parse(folder.getPath().getName())
                    .filter(name -> !name.equals(FolderName.INBOX))
                    .ifPresent(name -> folders.put(FolderId.of(folder.getId()), name));
        }
        return folders;
    }

    @Override
    public boolean holdMail(Username owner) {
        MailboxSession session = mailboxManager.createSystemSession(owner);
        return foldersOf(session, MailboxManager.MailboxSearchFetchType.Counters).stream()
                .anyMatch(folder -> folder.getCounters().getCount() > 0);
    }

    private boolean isStored(MailboxPath path, MailboxSession session) {
        return Boolean.TRUE.equals(
                answer(Mono.from(mailboxManager.mailboxExists(path, session)), "look up " + path));
    }

    @Override
    public List<FolderName> ensure(Username owner, Iterable<FolderName> folders) {
        MailboxSession session = mailboxManager.createSystemSession(owner);
        List<FolderName> created = new ArrayList<>();
        try {
            for (FolderName folder : folders) {
                for (MailboxPath path : pathOf(owner, folder).getHierarchyLevels(DELIMITER)) {
                    if (create(path, session)) {
                        created.add(FolderName.of(path.getName()));
                    }
                }
            }
        } catch (RuntimeException e) {
            undo(owner, created, e);
            throw e;
        }
        return created;
    }

    private boolean create(MailboxPath path, MailboxSession session) {
        if (isStored(path, session)) {
            return false;
        }
        try {
            return mailboxManager
                    .createMailbox(path, CreateOption.CREATE_SUBSCRIPTION, session)
                    .isPresent();
        } catch (MailboxExistsException e) {
            return false;
        } catch (MailboxException e) {
            throw new JamesFailureException("James cannot create " + path.asString(), e);
        }
    }

    private void undo(Username owner, List<FolderName> created, RuntimeException cause) {
        try {
            delete(owner, created);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void delete(Username owner, List<FolderName> folders) {
        MailboxSession session = mailboxManager.createSystemSession(owner);
        folders.forEach(folder -> delete(pathOf(owner, folder), session));
    }

    @Override
    public void deleteAll(Username owner, BooleanSupplier goOn) {
        MailboxSession session = mailboxManager.createSystemSession(owner);
        foldersOf(session).stream()
                .takeWhile(folder -> goOn.getAsBoolean())
                .forEach(folder -> delete(folder.getPath(), session));
    }

    private void delete(MailboxPath path, MailboxSession session) {
        try {
            mailboxManager.deleteMailbox(path, session);
        } catch (MailboxNotFoundException e) {
            return;
        } catch (MailboxException e) {
            throw new JamesFailureException("James cannot delete " + path.asString(), e);
        }
    }

    private List<MailboxMetaData> foldersOf(MailboxSession session) {
        return foldersOf(session, MailboxManager.MailboxSearchFetchType.Minimal);
    }

    private List<MailboxMetaData> foldersOf(
            MailboxSession session, MailboxManager.MailboxSearchFetchType fetched) {
        List<MailboxMetaData> folders =
                answer(
                        mailboxManager
                                .search(
                                        MailboxQuery.privateMailboxesBuilder(session).build(),
                                        fetched,
                                        session)
                                .collectList(),
                        "list the folders of " + session.getUser().asString());
        return folders == null ? List.of() : folders;
    }

    private static <T> @Nullable T answer(Mono<T> answer, String what) {
        try {
            return answer.block();
        } catch (RuntimeException e) {
            // It wraps the actual failure.
            throw new JamesFailureException("James cannot " + what, e);
        }
    }

    private static MailboxPath pathOf(Username owner, FolderName folder) {
        return MailboxPath.forUser(owner, folder.asString());
    }
}
