/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.mail.Flags;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MailboxSession;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.proxy.Proxies;
import reactor.core.publisher.Mono;

/**
 * A folder of another owner that a connection has selected. It has two faces. The connection itself
 * holds a mute one: code that reaches the connection itself, instead of an {@link OwnerSession}
 * made after asking for the rights, learns of no new message, expunge or flag, and cannot use up
 * what is to be told later either. A permitted processor gets {@link #mailbox}. Both are proxies,
 * because James 3.9's interface has methods that 3.8's has not. Thread-safe.
 */
public final class SelectedFolder {
    /** Methods that tell of changes in the mailbox, with the answers of the mute face. */
    private static final ImmutableMap<String, Object> NO_CHANGES =
            ImmutableMap.of(
                    "isSizeChanged", false,
                    "isRecentUidRemoved", false,
                    "hasNewApplicableFlags", false,
                    "expungedUids", ImmutableList.of(),
                    "flagUpdateUids", ImmutableList.of());

    /** Methods that would drop changes of which the client has not been told. */
    private static final ImmutableSet<String> IGNORED_WHILE_MUTE =
            ImmutableSet.of(
                    "resetEvents",
                    "resetExpungedUids",
                    "resetRecentUidRemoved",
                    "resetNewApplicableFlags");

    private final SelectedMailbox real;
    private final SelectedMailbox mailbox;
    private final MailboxSession ownerSession;
    private volatile FolderAddress address;
    private volatile boolean examined;
    private volatile boolean readOnly;
    private volatile boolean deleted;

    /** What the connection holds. */
    private final SelectedMailbox mute;

    private SelectedFolder(
            SelectedMailbox real, FolderAddress address, MailboxSession ownerSession) {
        this.real = real;
        this.address = address;
        this.ownerSession = ownerSession;
        this.mailbox = Proxies.of(SelectedMailbox.class, this::invokePermitted);
        this.mute = Proxies.of(SelectedMailbox.class, new MuteFace(this));
    }

    /** Returns the mute face of a mailbox that is about to be selected. */
    static SelectedMailbox mute(
            SelectedMailbox real, FolderAddress address, MailboxSession ownerSession) {
        return new SelectedFolder(real, address, ownerSession).mute;
    }

    /** Returns what is selected, if it is another owner's; empty for an own folder, or none. */
    public static Optional<SelectedFolder> of(@Nullable SelectedMailbox selected) {
        if (selected == null || !Proxy.isProxyClass(selected.getClass())) {
            return Optional.empty();
        }
        InvocationHandler handler = Proxy.getInvocationHandler(selected);
        return handler instanceof MuteFace
                ? Optional.of(((MuteFace) handler).folder)
                : Optional.empty();
    }

    /**
     * Deselects what a connection has selected, and takes it off the event bus. James 3.8 by itself
     * only forgets the mailbox, which would go on collecting what arrives; James 3.9 does both, and
     * the second time is harmless.
     */
    public static Mono<Void> deselect(ImapSession connection) {
        return Mono.defer(
                () -> {
                    Optional<SelectedFolder> folder = of(connection.getSelected());
                    Mono<Void> forgotten = connection.deselect();
                    return folder.map(one -> forgotten.then(one.mailbox().deselect()))
                            .orElse(forgotten);
                });
    }

    /** Returns the selected mailbox as James made it, except that it stays deleted once it is. */
    public SelectedMailbox mailbox() {
        return mailbox;
    }

    /** Decides whether this is what a connection has selected, which it holds as that. */
    boolean isHeldAs(@Nullable SelectedMailbox selected) {
        return selected == mute;
    }

    /** Decides whether another session has deleted it. */
    public boolean isDeleted() {
        return deleted || real.isDeletedByOtherSession();
    }

    /** Returns the name under which it was selected; a rename does not change it. */
    public FolderAddress address() {
        return address;
    }

    /** Returns the owner's session that it was selected with. */
    public MailboxSession ownerSession() {
        return ownerSession;
    }

    /** Decides whether EXAMINE opened it, so that it stays read-only whatever the rights are. */
    public boolean isExamined() {
        return examined;
    }

    /** Decides whether the client was told that it can change nothing in it. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /**
     * Returns the flags that can be changed: the system flags but {@code \Recent}, and keywords.
     */
    public Flags changeableFlags() {
        Flags flags = new Flags(mailbox.getApplicableFlags());
        flags.add(Flags.Flag.ANSWERED);
        flags.add(Flags.Flag.DELETED);
        flags.add(Flags.Flag.DRAFT);
        flags.add(Flags.Flag.FLAGGED);
        flags.add(Flags.Flag.SEEN);
        flags.remove(Flags.Flag.RECENT);
        return flags;
    }

    /** Notes how it was opened: James keeps the object when the same folder is selected again. */
    public void openedAs(FolderAddress name, boolean byExamine, boolean withoutChanges) {
        this.address = name;
        this.examined = byExamine;
        this.readOnly = withoutChanges;
    }

    /** Notes what the client was told since. */
    public void toldAs(boolean withoutChanges) {
        this.readOnly = withoutChanges;
    }

    private @Nullable Object invokePermitted(
            Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "isDeletedByOtherSession":
                return isDeleted();
            case "resetEvents":
                resetEvents();
                return null;
            default:
                return Proxies.forward(real, method, arguments);
        }
    }

    /**
     * Keeps the deletion. James forgets it together with the changes that it tells at the end of a
     * command, although it has not told it: one in the middle of a command would go unnoticed.
     */
    private void resetEvents() {
        // James holds this lock while it takes an event in, so that none comes in between.
        synchronized (real) {
            deleted = isDeleted();
            real.resetEvents();
        }
    }

    private static final class MuteFace implements InvocationHandler {
        private final SelectedFolder folder;

        MuteFace(SelectedFolder folder) {
            this.folder = folder;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
                throws Throwable {
            Object unchanged = NO_CHANGES.get(method.getName());
            return unchanged != null || IGNORED_WHILE_MUTE.contains(method.getName())
                    ? unchanged
                    : Proxies.forward(folder.mailbox, method, arguments);
        }
    }
}
