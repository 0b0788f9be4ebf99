/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxConstants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.GivenDelegations;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.store.JdbcStores;
import org.sharedmailbox.store.TestStores;

/**
 * IMAP as James puts it together with our package installed, on James's accounts and mailboxes in
 * memory and on a real store: everything but the socket.
 */
public final class InMemoryImap implements BeforeEachCallback, AfterEachCallback {
    private static final int ALL_ENTRIES = 100;

    private final TestStores stores = TestStores.h2InFile();
    private final UnaryOperator<MailboxManager> seenByImap;
    private @Nullable ImapServer server;

    public InMemoryImap() {
        this(UnaryOperator.identity());
    }

    /** Makes one whose IMAP sees another mailbox manager than James's own. */
    public InMemoryImap(UnaryOperator<MailboxManager> seenByImap) {
        this.seenByImap = seenByImap;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        stores.beforeEach(context);
        server = new ImapServer(stores, seenByImap);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        instance(BlockingScheduler.class).close();
        server().close();
        stores.afterEach(context);
    }

    private ImapServer server() {
        if (server == null) {
            throw new IllegalStateException("Only within a test");
        }
        return server;
    }

    public JamesInMemory james() {
        return server().james();
    }

    public Plugin plugin() {
        return server().plugin();
    }

    public TestStores stores() {
        return stores;
    }

    /** Returns what Guice makes of the class, as in James. */
    public <T> T instance(Class<T> type) {
        return server().injector().getInstance(type);
    }

    /** Lets a user sign in, on a new connection. */
    public ImapClient signIn(Username user) {
        return server().signIn(user);
    }

    /** Lets somebody act as another user, as James's own delegation does, on a new connection. */
    public ImapClient signIn(Username actor, Username user) {
        return server().signIn(
                        new MailboxSession(
                                MailboxSession.SessionId.of(actor.hashCode()),
                                user,
                                Optional.of(actor),
                                List.of(),
                                MailboxConstants.DEFAULT_DELIMITER,
                                MailboxSession.SessionType.System));
    }

    /** Grants those rights on the whole mailbox. */
    public void grant(Username owner, Username delegate, DelegationRight... rights) {
        plugin().delegations
                .grant(
                        owner,
                        delegate,
                        DelegationTerms.builder().rights(List.of(rights)).build(),
                        ADMINISTRATOR);
    }

    /** Gives just those rights of RFC 4314, whatever was given before, on all folders. */
    public void give(Username owner, Username delegate, String letters) {
        give(owner, delegate, FolderEntries.ofMailbox(ImapRights.ofLetters(letters)));
    }

    /** Gives just those rights of RFC 4314 on some folders and what lies below them. */
    public void give(Username owner, Username delegate, String letters, String... folders) {
        give(
                owner,
                delegate,
                entries(
                        owner,
                        folders,
                        folder ->
                                FolderEntry.withSubfolders(folder, ImapRights.ofLetters(letters))));
    }

    /** Gives just those rights of RFC 4314 on some folders alone. */
    public void giveAlone(Username owner, Username delegate, String letters, String... folders) {
        give(
                owner,
                delegate,
                entries(
                        owner,
                        folders,
                        folder -> FolderEntry.alone(folder, ImapRights.ofLetters(letters))));
    }

    private FolderEntries entries(
            Username owner, String[] folders, Function<FolderReference, FolderEntry> entry) {
        return FolderEntries.of(
                List.of(folders).stream()
                        .map(name -> reference(owner, FolderName.of(name)))
                        .map(entry)
                        .collect(Collectors.toList()));
    }

    /** A folder that is not there has an id that no folder has. */
    private FolderReference reference(Username owner, FolderName name) {
        return FolderReference.of(
                james().folders().find(owner, name).orElseGet(() -> FolderId.of("gone " + name)),
                name);
    }

    /** Gives just those entries, whatever was given before. */
    public void give(Username owner, Username delegate, FolderEntries entries) {
        JdbcStores all = stores.stores();
        all.mailboxes().put(mailbox(owner).build());
        GivenDelegations.put(
                all.transactions(),
                all.delegations(),
                delegation(owner, delegate).entries(entries).build());
    }

    /** Returns what the audit log tells of the mailbox that was done over IMAP, newest first. */
    public List<String> audited(Username owner) {
        return stores.stores().auditLog().ofMailbox(owner, ALL_ENTRIES).stream()
                .filter(entry -> entry.actor().source() == AuditSource.IMAP)
                .map(
                        entry ->
                                entry.actor().name()
                                        + " "
                                        + entry.action().wireName()
                                        + " "
                                        + entry.details())
                .collect(Collectors.toList());
    }

    /** Returns how often commands have asked so far what a delegate holds. */
    public int delegationsAsked() {
        return server().delegations().asked();
    }
}
