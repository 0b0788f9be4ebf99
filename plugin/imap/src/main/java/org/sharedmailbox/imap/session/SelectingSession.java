/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import java.lang.reflect.Proxy;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.imap.name.FolderAddress;
import reactor.core.publisher.Mono;

/** The {@link OwnerSession} of a command that selects a folder of the owner. */
public final class SelectingSession extends OwnerSession {
    private final FolderAddress folder;

    /** The mailbox that was selected through this session. */
    private volatile @Nullable SelectedMailbox made;

    /** Set if the client had hung up by then, so that nobody else will deselect it. */
    private volatile boolean tooLate;

    private SelectingSession(ImapSession connection, FolderAddress folder) {
        super(
                connection,
                OwnerMailboxSession.of(connection, folder.owner()),
                selected ->
                        SelectedFolder.of(selected).map(SelectedFolder::mailbox).orElse(selected));
        this.folder = folder;
    }

    /** Returns the session for a command that selects that folder. */
    public static ImapSession of(ImapSession connection, FolderAddress folder) {
        return new SelectingSession(connection, folder).asSession();
    }

    /**
     * Deselects what was selected through the session if its client has hung up meanwhile: the
     * folder was deselected before it was on the event bus, or will never be. To be called when the
     * command has ended.
     */
    public static Mono<Void> endIfHungUp(ImapSession session) {
        SelectingSession selecting = (SelectingSession) Proxy.getInvocationHandler(session);
        return Mono.defer(selecting::endIfHungUp);
    }

    /**
     * A mailbox that was selected through this session keeps the session in James 3.8, and tells
     * the client the UIDs that arrive in whatever it shows: so it must never show another one. It
     * shows its own even after the client has hung up, for the command that goes on with it.
     */
    @Override
    @Nullable SelectedMailbox held() {
        SelectedMailbox own = made;
        return own == null ? super.held() : own;
    }

    @Override
    Mono<Void> select(SelectedMailbox mailbox) {
        SelectedMailbox muted = SelectedFolder.mute(mailbox, folder, ownerSession());
        made = muted;
        tooLate = connection().getState() == ImapSessionState.LOGOUT;
        return connection().selected(muted);
    }

    private Mono<Void> endIfHungUp() {
        SelectedMailbox own = made;
        if (own == null) {
            return Mono.empty();
        }
        if (own != connection().getSelected()) {
            return own.deselect();
        }
        boolean hungUp = tooLate || connection().getState() == ImapSessionState.LOGOUT;
        return hungUp ? connection().logout() : Mono.empty();
    }
}
