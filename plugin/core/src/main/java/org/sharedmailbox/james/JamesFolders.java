/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.sharedmailbox.delegation.FolderName;
import org.sharedmailbox.mailbox.Folders;
import reactor.core.publisher.Mono;

/** {@link Folders} in James's mailbox manager. */
public class JamesFolders implements Folders {
    private final MailboxManager mailboxManager;

    @Inject
    public JamesFolders(MailboxManager mailboxManager) {
        this.mailboxManager = mailboxManager;
    }

    @Override
    public boolean exists(Username owner, FolderName folder) {
        MailboxSession session = mailboxManager.createSystemSession(owner);
        return Boolean.TRUE.equals(
                Mono.from(mailboxManager.mailboxExists(pathOf(owner, folder), session)).block());
    }

    @Override
    public void ensure(Username owner, Iterable<FolderName> folders) {
        MailboxSession session = mailboxManager.createSystemSession(owner);
        for (FolderName folder : folders) {
            try {
                mailboxManager.createMailbox(pathOf(owner, folder), session);
            } catch (MailboxExistsException e) {
                continue;
            } catch (MailboxException e) {
                throw new JamesFailureException(
                        "James cannot create " + folder + " of " + owner.asString(), e);
            }
        }
    }

    @Override
    public void deleteAll(Username owner) {
        MailboxSession session = mailboxManager.createSystemSession(owner);
        for (MailboxPath path : pathsOf(session)) {
            try {
                mailboxManager.deleteMailbox(path, session);
            } catch (MailboxNotFoundException e) {
                continue;
            } catch (MailboxException e) {
                throw new JamesFailureException("James cannot delete " + path.asString(), e);
            }
        }
    }

    private List<MailboxPath> pathsOf(MailboxSession session) {
        return mailboxManager
                .search(
                        MailboxQuery.privateMailboxesBuilder(session).build(),
                        MailboxManager.MailboxSearchFetchType.Minimal,
                        session)
                .map(MailboxMetaData::getPath)
                .collectList()
                .blockOptional()
                .orElseGet(List::of);
    }

    private static MailboxPath pathOf(Username owner, FolderName folder) {
        return MailboxPath.forUser(owner, folder.asString());
    }
}
