/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.idle;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import java.util.Map;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.imap.Answers;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.Contexts;
import org.sharedmailbox.imap.proxy.Wrapped;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.ImapRights;

/** A selected folder as IDLE shows it to James, of which nobody asks for rights. */
public final class GuardedMailboxes {
    private GuardedMailboxes() {}

    @SuppressWarnings("NullAway")
    public static SelectedMailbox guarding(SelectedFolder folder, ImapSession connection) {
        IdlingClient client =
                new IdlingClient(
                        Contexts.noop(connection, new Answers()),
                        folder,
                        Access.none(SUPPORT, ALICE),
                        new LoggedOutConnections(user -> {}));
        return new GuardedSelectedMailbox(
                        new AccessChecker(null, null, null, null),
                        new BlockingScheduler(),
                        client,
                        ImapRights.NONE)
                .asSelected();
    }

    /** Returns the listener that the mailbox is given in the place of James's. */
    public static ReactiveEventListener listenerOf(
            SelectedFolder folder, ImapSession connection, Wrapped mailbox) {
        guarding(folder, connection)
                .registerIdle(Wrapped.answering(Map.of()).as(ReactiveEventListener.class));
        return mailbox.given(ReactiveEventListener.class);
    }
}
