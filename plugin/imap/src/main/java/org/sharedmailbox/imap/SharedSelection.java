/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MailboxSession;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What an {@link org.apache.james.imap.api.process.ImapSession} holds as selected while the mailbox
 * is another owner's. It is mute: whoever comes by the session itself, and not by a {@link
 * SessionView} that we made after asking for the rights, learns of no new message, expunge or flag,
 * and cannot use up the news either. A proxy, because James 3.9's interface has methods that 3.8's
 * has not.
 */
final class SharedSelection implements InvocationHandler {
    /** What tells news, and what it answers here. */
    private static final ImmutableMap<String, Object> NO_NEWS =
            ImmutableMap.of(
                    "isSizeChanged", false,
                    "isRecentUidRemoved", false,
                    "hasNewApplicableFlags", false,
                    "expungedUids", ImmutableList.of(),
                    "flagUpdateUids", ImmutableList.of());

    /** What would drop news that were not told. */
    private static final ImmutableSet<String> LEFT_ALONE =
            ImmutableSet.of(
                    "resetEvents",
                    "resetExpungedUids",
                    "resetRecentUidRemoved",
                    "resetNewApplicableFlags");

    private final SelectedMailbox live;
    private final MailboxSession ownerSession;
    private volatile FolderAddress address;
    private volatile boolean readOnly;

    private SharedSelection(
            SelectedMailbox live, FolderAddress address, MailboxSession ownerSession) {
        this.live = live;
        this.address = address;
        this.ownerSession = ownerSession;
    }

    static SelectedMailbox mute(
            SelectedMailbox live, FolderAddress address, MailboxSession ownerSession) {
        return Proxies.of(
                SelectedMailbox.class,
                new SharedSelection(LastingDeletion.of(live), address, ownerSession));
    }

    /** What is known of a selected mailbox of another owner; empty for an own one, or none. */
    static Optional<SharedSelection> of(@Nullable SelectedMailbox selected) {
        if (selected == null || !Proxy.isProxyClass(selected.getClass())) {
            return Optional.empty();
        }
        return Optional.of(Proxy.getInvocationHandler(selected))
                .filter(SharedSelection.class::isInstance)
                .map(SharedSelection.class::cast);
    }

    /**
     * Deselects what a connection has selected, and takes it off the event bus. James 3.8 alone
     * forgets a mailbox before it does that, and the mailbox would go on collecting what arrives;
     * to James 3.9, which does, the second time is nothing.
     */
    static Mono<Void> deselect(ImapSession connection) {
        return Mono.defer(
                () -> {
                    Optional<SharedSelection> selection = of(connection.getSelected());
                    Mono<Void> forgotten = connection.deselect();
                    return selection
                            .map(one -> forgotten.then(one.live().deselect()))
                            .orElse(forgotten);
                });
    }

    /** The selected mailbox itself, except that it stays deleted once it is. */
    SelectedMailbox live() {
        return live;
    }

    FolderAddress address() {
        return address;
    }

    /** The owner's session that it was selected with. */
    MailboxSession ownerSession() {
        return ownerSession;
    }

    /** Whether EXAMINE opened it, or SELECT without any right to change it. */
    boolean isReadOnly() {
        return readOnly;
    }

    /** James keeps the selection when the same mailbox is selected again, maybe differently. */
    void openedAs(FolderAddress name, boolean withoutChanges) {
        this.address = name;
        this.readOnly = withoutChanges;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        Object nothing = NO_NEWS.get(method.getName());
        if (nothing != null || LEFT_ALONE.contains(method.getName())) {
            return nothing;
        }
        return Proxies.forward(live, method, arguments);
    }
}
