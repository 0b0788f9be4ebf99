/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.google.common.reflect.Reflection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.domainlist.lib.DomainListConfiguration;
import org.apache.james.domainlist.memory.MemoryDomainList;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.store.StoreSubscriptionManager;
import org.apache.james.rrt.lib.MappingSource;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.model.FolderName;

/** James's own services, in memory, for the domain {@code example.com}. */
public final class JamesInMemory {
    public static final String PASSWORD = "a good password";

    public final MemoryDomainList domains;
    public final MemoryUsersRepository users;
    public final CountedRewriteTable rewriteTable = new CountedRewriteTable();
    public final InMemoryIntegrationResources mailboxes =
            InMemoryIntegrationResources.defaultResources();
    public final JamesSideDoors sideDoors = new JamesSideDoors();

    public JamesInMemory() {
        try {
            // Without a DNS service, which is used only to detect domains.
            domains = new MemoryDomainList(null);
            domains.configure(
                    DomainListConfiguration.builder()
                            .autoDetect(false)
                            .autoDetectIp(false)
                            .build());
            domains.addDomain(Domain.of("example.com"));
            users = MemoryUsersRepository.withVirtualHosting(domains);
            rewriteTable.setDomainList(domains);
            rewriteTable.setUsersRepository(users);
            rewriteTable.configure(new BaseHierarchicalConfiguration());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public JamesInMemory with(Username... people) {
        try {
            for (Username person : people) {
                users.addUser(person, PASSWORD);
            }
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a domain, if it is not there. */
    public JamesInMemory serving(Domain domain) {
        try {
            if (!domains.containsDomain(domain)) {
                domains.addDomain(domain);
            }
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public JamesInMemory withFolders(Username owner, String... names) {
        MailboxSession session = mailboxManager().createSystemSession(owner);
        try {
            for (String name : names) {
                for (MailboxPath path :
                        MailboxPath.forUser(owner, name).getHierarchyLevels(FolderName.DELIMITER)) {
                    String folder = path.isInbox() ? MailboxConstants.INBOX : path.getName();
                    if (!foldersOf(owner).contains(folder)) {
                        mailboxManager().createMailbox(path, session);
                    }
                }
            }
            return this;
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    public JamesInMemory withAlias(String alias, Username of) {
        try {
            rewriteTable.addAliasMapping(MappingSource.fromUser(Username.of(alias)), of.asString());
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> foldersOf(Username owner) {
        MailboxSession session = mailboxManager().createSystemSession(owner);
        try {
            return mailboxManager().list(session).stream()
                    .filter(path -> path.belongsTo(session))
                    .map(MailboxPath::getName)
                    .sorted()
                    .collect(Collectors.toList());
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the folders that the account is subscribed to. */
    public List<String> subscriptionsOf(Username owner) {
        try {
            return new StoreSubscriptionManager(
                            mailboxes.getMailboxManager().getMapperFactory(),
                            mailboxes.getMailboxManager().getMapperFactory(),
                            mailboxes.getEventBus())
                    .subscriptions(mailboxManager().createSystemSession(owner)).stream()
                            .map(MailboxPath::getName)
                            .sorted()
                            .collect(Collectors.toList());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Delivers a mail into that folder. */
    public void deliver(Username owner, String folder) {
        MailboxSession session = mailboxManager().createSystemSession(owner);
        try {
            mailboxManager()
                    .getMailbox(MailboxPath.forUser(owner, folder), session)
                    .appendMessage(
                            MessageManager.AppendCommand.builder()
                                    .build("Subject: hello\r\n\r\nhello\r\n"),
                            session);
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    public long mailsIn(Username owner, String folder) {
        MailboxSession session = mailboxManager().createSystemSession(owner);
        try {
            return mailboxManager()
                    .getMailbox(MailboxPath.forUser(owner, folder), session)
                    .getMessageCount(session);
        } catch (MailboxException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean canSignIn(Username user, String password) {
        try {
            return users.test(user, password);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public MailboxManager mailboxManager() {
        return mailboxes.getMailboxManager();
    }

    public JamesAccounts accounts() {
        return new JamesAccounts(users, domains, rewriteTable);
    }

    public JamesFolders folders() {
        return new JamesFolders(mailboxManager());
    }

    /**
     * Returns folders of which one cannot be created: the mailbox manager refuses only that one.
     */
    public JamesFolders foldersThatFailAt(FolderName folder) {
        MailboxManager real = mailboxManager();
        MailboxManager failing =
                Reflection.newProxy(
                        MailboxManager.class,
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("createMailbox")
                                    && ((MailboxPath) arguments[0])
                                            .getName()
                                            .equals(folder.asString())) {
                                throw new IllegalStateException("James has a bad day");
                            }
                            return call(method, real, arguments);
                        });
        return new JamesFolders(failing);
    }

    public JamesQuotas quotas() {
        return new JamesQuotas(
                mailboxes.getMaxQuotaManager(), mailboxes.getDefaultUserQuotaRootResolver());
    }

    private static @Nullable Object call(Method method, Object target, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Optional.ofNullable(e.getCause()).orElse(e);
        }
    }
}
