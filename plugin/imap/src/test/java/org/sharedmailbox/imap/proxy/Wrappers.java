/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.proxy;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.sharedmailbox.imap.idle.GuardedMailboxes;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.response.OutcomeResponder;
import org.sharedmailbox.imap.response.PermanentFlagsResponder;
import org.sharedmailbox.imap.response.RewritingResponder;
import org.sharedmailbox.imap.response.TaggedResponseHolder;
import org.sharedmailbox.imap.session.OwnerSession;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.imap.session.SelectingSession;
import org.sharedmailbox.imap.session.Sessions;
import org.sharedmailbox.model.FolderName;
import reactor.core.publisher.Mono;

/**
 * Wraps an object of James in everything that we wrap it in, and calls the method that a newer
 * James has added. To be loaded by {@link NewerJames}.
 */
public final class Wrappers implements Callable<Map<String, String>> {
    /** A class that cannot forward what it does not know, to see that this would be noticed. */
    static final String BY_HAND = "a class that implements the interface";

    /** Returns what the added method answers, by the class that wraps. */
    @Override
    public Map<String, String> call() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        Responder responder = Wrapped.answering(Map.of()).as(Responder.class);
        put(
                answers,
                "RewritingResponder",
                RewritingResponder.of(responder, UnaryOperator.identity()));
        put(
                answers,
                "PermanentFlagsResponder",
                PermanentFlagsResponder.of(responder, flags -> flags));
        put(answers, "OutcomeResponder", new OutcomeResponder(responder).asResponder());
        put(answers, "TaggedResponseHolder", new TaggedResponseHolder(responder).asResponder());

        put(answers, BY_HAND, new ByHand());

        Wrapped james =
                Wrapped.answering(
                        Map.of(
                                "getMailboxSession", Sessions.of(ALICE),
                                "getUserName", ALICE,
                                "selected", Mono.empty()));
        ImapSession connection = james.as(ImapSession.class);
        put(answers, "OwnerSession", OwnerSession.naming(connection, SUPPORT));
        ImapSession selecting =
                SelectingSession.of(connection, FolderAddress.of(SUPPORT, FolderName.INBOX));
        put(answers, "SelectingSession", selecting);

        Wrapped mailbox = Wrapped.answering(Map.of());
        selecting.selected(mailbox.as(SelectedMailbox.class)).block();
        SelectedMailbox mute = james.given(SelectedMailbox.class);
        put(answers, "SelectedFolder, mute", mute);
        SelectedFolder folder = SelectedFolder.of(mute).orElseThrow();
        put(answers, "SelectedFolder", folder.mailbox());
        put(answers, "GuardedSelectedMailbox", GuardedMailboxes.guarding(folder, connection));
        put(
                answers,
                "GuardedSelectedMailbox, listener",
                GuardedMailboxes.listenerOf(folder, connection, mailbox));
        return answers;
    }

    private static final class ByHand implements Responder {
        @Override
        public void respond(ImapResponseMessage message) {}

        @Override
        public void flush() {}
    }

    private static void put(Map<String, String> answers, String wrapper, Object wrapping)
            throws ReflectiveOperationException {
        Class<?> type = wrapping.getClass().getInterfaces()[0];
        answers.put(wrapper, String.valueOf(type.getMethod(NewerJames.ADDED).invoke(wrapping)));
    }
}
