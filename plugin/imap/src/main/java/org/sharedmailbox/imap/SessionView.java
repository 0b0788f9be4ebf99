/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MailboxSession;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * An {@link ImapSession} as a stock processor shall see it: the member's connection, but with the
 * mailbox session of an owner, so that the owner's mailbox looks like an ordinary private one.
 * Everything else is the real session's; it is a proxy because James 3.9's interface has methods
 * that 3.8's has not. To be made only after the rights were asked for.
 */
final class SessionView implements InvocationHandler {
    /** What a command sees as selected, given what is. */
    @FunctionalInterface
    interface Shown {
        @Nullable SelectedMailbox of(@Nullable SelectedMailbox selected);
    }

    private final ImapSession real;
    private final MailboxSession ownerSession;

    /** What a mailbox that gets selected is called; null if the command selects none. */
    private final @Nullable FolderAddress selecting;

    private final Shown shown;

    /** What was selected through this view. */
    private volatile @Nullable SelectedMailbox made;

    /** Whether the client was gone by then, and nobody will deselect it. */
    private volatile boolean tooLate;

    private SessionView(
            ImapSession real,
            MailboxSession ownerSession,
            @Nullable FolderAddress selecting,
            Shown shown) {
        this.real = real;
        this.ownerSession = ownerSession;
        this.selecting = selecting;
        this.shown = shown;
    }

    /** For a command that uses the mailbox that is selected now. */
    static ImapSession ofSelection(ImapSession real, SharedSelection selection) {
        return ofSelection(real, selection, selection.live());
    }

    /**
     * The same, with something in the place of the selected mailbox. Once another one is selected,
     * or none, the view shows none: the rights that were asked for are not about that one.
     */
    static ImapSession ofSelection(
            ImapSession real, SharedSelection selection, SelectedMailbox inItsPlace) {
        return new SessionView(
                        real,
                        selection.ownerSession(),
                        null,
                        selected ->
                                SharedSelection.of(selected)
                                        .filter(now -> now == selection)
                                        .map(now -> inItsPlace)
                                        .orElse(null))
                .asSession();
    }

    /** For a command that selects that mailbox. */
    static ImapSession selecting(ImapSession real, FolderAddress address) {
        return new SessionView(
                        real,
                        ownerSession(real, address.owner()),
                        address,
                        selected ->
                                SharedSelection.of(selected)
                                        .map(SharedSelection::live)
                                        .orElse(selected))
                .asSession();
    }

    /** For a command that names a mailbox of that owner, whatever is selected. */
    static ImapSession naming(ImapSession real, Username owner) {
        return new SessionView(real, ownerSession(real, owner), null, selected -> null).asSession();
    }

    /** A session of the owner's account with the member as the one who is logged in. */
    static MailboxSession ownerSession(ImapSession real, Username owner) {
        return session(real.getMailboxSession(), owner, Optional.of(real.getUserName()));
    }

    /** The same session, for a question beside a command: what James keeps in one stays apart. */
    static MailboxSession again(MailboxSession session) {
        return session(session, session.getUser(), session.getLoggedInUser());
    }

    private static MailboxSession session(
            MailboxSession model, Username user, Optional<Username> loggedIn) {
        return new MailboxSession(
                model.getSessionId(),
                user,
                loggedIn,
                model.getLocalePreferences(),
                model.getPathDelimiter(),
                model.getType());
    }

    private ImapSession asSession() {
        return Proxies.of(ImapSession.class, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "getMailboxSession":
                return ownerSession;
            case "getUserName":
                return ownerSession.getUser();
            case "setMailboxSession":
                throw new IllegalStateException("A view does not change who is logged in");
            case "getSelected":
                return selected();
            case "deselect":
                return SharedSelection.deselect(real);
            case "selected":
                return select(arguments);
            case "getAttribute":
                return isMailboxSession(arguments)
                        ? ownerSession
                        : Proxies.forward(real, method, arguments);
            default:
                return Proxies.forward(real, method, arguments);
        }
    }

    private Object select(Object @Nullable [] arguments) {
        if (selecting == null || arguments == null) {
            throw new IllegalStateException("This command selects no mailbox");
        }
        SelectedMailbox mute =
                SharedSelection.mute((SelectedMailbox) arguments[0], selecting, ownerSession);
        made = mute;
        tooLate = real.getState() == ImapSessionState.LOGOUT;
        return real.selected(mute);
    }

    /**
     * A mailbox that was selected through a view keeps it in James 3.8, and tells whatever the view
     * shows of the UIDs that arrive: it must never show another one. It shows its own also when the
     * client has hung up, for the command that goes on with it.
     */
    private @Nullable SelectedMailbox selected() {
        SelectedMailbox own = made;
        return shown.of(own == null ? real.getSelected() : own);
    }

    /**
     * To be called when the command that selects has ended. If its client has hung up meanwhile,
     * what it selected was deselected before it was on the event bus, or will never be.
     */
    static Mono<Void> endIfHungUp(ImapSession view) {
        SessionView handler = (SessionView) Proxy.getInvocationHandler(view);
        return Mono.defer(handler::endIfHungUp);
    }

    private Mono<Void> endIfHungUp() {
        SelectedMailbox own = made;
        if (own == null) {
            return Mono.empty();
        }
        if (own != real.getSelected()) {
            return own.deselect();
        }
        boolean hungUp = tooLate || real.getState() == ImapSessionState.LOGOUT;
        return hungUp ? real.logout() : Mono.empty();
    }

    private static boolean isMailboxSession(Object @Nullable [] arguments) {
        return arguments != null
                && ImapSession.MAILBOX_SESSION_ATTRIBUTE_SESSION_KEY.equals(arguments[0]);
    }
}
