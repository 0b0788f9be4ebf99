/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MailboxSession;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.imap.proxy.Proxies;
import reactor.core.publisher.Mono;

/**
 * An {@link ImapSession} as a default processor sees it: the delegate's connection, but with a
 * mailbox session of the owner, so that the owner's folders look like ordinary private ones.
 * Everything else is the connection's. A proxy, because James 3.9's interface has methods that
 * 3.8's has not. Make one only after asking for the rights.
 */
public class OwnerSession implements InvocationHandler {
    private final ImapSession connection;
    private final MailboxSession ownerSession;
    private final UnaryOperator<@Nullable SelectedMailbox> shown;

    /**
     * Makes the handler of a session.
     *
     * @param shown returns what the processor sees as selected, given what is
     */
    OwnerSession(
            ImapSession connection,
            MailboxSession ownerSession,
            UnaryOperator<@Nullable SelectedMailbox> shown) {
        this.connection = connection;
        this.ownerSession = ownerSession;
        this.shown = shown;
    }

    /** Returns the session for a command that uses the folder that is selected now. */
    public static ImapSession using(ImapSession connection, SelectedFolder folder) {
        return using(connection, folder, folder.mailbox());
    }

    /**
     * Returns the same, with something in the place of the selected mailbox. Once another folder is
     * selected, or none, it shows none: the rights that were asked for are not about that one.
     */
    public static ImapSession using(
            ImapSession connection, SelectedFolder folder, SelectedMailbox inItsPlace) {
        return new OwnerSession(
                        connection,
                        folder.ownerSession(),
                        // Asked many times by one command, for each message of a FETCH.
                        selected -> folder.isHeldAs(selected) ? inItsPlace : null)
                .asSession();
    }

    /** Returns the session for a command that names a folder of that owner. */
    public static ImapSession naming(ImapSession connection, Username owner) {
        return new OwnerSession(
                        connection, OwnerMailboxSession.of(connection, owner), selected -> null)
                .asSession();
    }

    /**
     * Returns the session for a command that must not see a selected folder of another owner; the
     * connection itself if none is.
     */
    public static ImapSession hidingSelected(ImapSession connection) {
        return SelectedFolder.of(connection.getSelected())
                .map(folder -> naming(connection, folder.address().owner()))
                .orElse(connection);
    }

    final ImapSession connection() {
        return connection;
    }

    final MailboxSession ownerSession() {
        return ownerSession;
    }

    final ImapSession asSession() {
        return Proxies.of(ImapSession.class, this);
    }

    /** Returns what is selected, as the connection holds it. */
    @Nullable SelectedMailbox held() {
        return connection.getSelected();
    }

    /** Selects a mailbox on the connection, if the command is one that selects. */
    Mono<Void> select(SelectedMailbox mailbox) {
        throw new IllegalStateException("This command selects no mailbox");
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
                throw new IllegalStateException("A command does not change who is signed in");
            case "getSelected":
                return shown.apply(held());
            case "deselect":
                return SelectedFolder.deselect(connection);
            case "selected":
                return select((SelectedMailbox) requireNonNull(firstOf(arguments)));
            case "getAttribute":
                return ImapSession.MAILBOX_SESSION_ATTRIBUTE_SESSION_KEY.equals(firstOf(arguments))
                        ? ownerSession
                        : Proxies.forward(connection, method, arguments);
            default:
                return Proxies.forward(connection, method, arguments);
        }
    }

    private static @Nullable Object firstOf(Object @Nullable [] arguments) {
        return arguments == null ? null : arguments[0];
    }
}
