/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.sharedmailbox.delegation.SignedInUser;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.imap.session.SelectedFolder;
import reactor.core.publisher.Mono;

/**
 * One command on its way: who sent what, where the responses go, and the default processor that it
 * was meant for. Immutable.
 *
 * @param <R> the request
 */
public final class CommandContext<R extends ImapRequest> {
    private final R request;
    private final Responder responder;
    private final ImapSession session;
    private final ImapProcessor defaultProcessor;
    private final Thread thread;
    private final Optional<SelectedFolder> selectedFolder;

    /** Makes the context of a command whose turn it is, and which James hands over now. */
    public CommandContext(
            R request, Responder responder, ImapSession session, ImapProcessor defaultProcessor) {
        this(request, responder, session, defaultProcessor, Thread.currentThread());
    }

    /** Makes the context of a command whose turn it is. */
    CommandContext(
            R request,
            Responder responder,
            ImapSession session,
            ImapProcessor defaultProcessor,
            Thread thread) {
        this(
                request,
                responder,
                session,
                defaultProcessor,
                thread,
                SelectedFolder.of(session.getSelected()));
    }

    private CommandContext(
            R request,
            Responder responder,
            ImapSession session,
            ImapProcessor defaultProcessor,
            Thread thread,
            Optional<SelectedFolder> selectedFolder) {
        this.request = request;
        this.responder = responder;
        this.session = session;
        this.defaultProcessor = defaultProcessor;
        this.thread = thread;
        this.selectedFolder = selectedFolder;
    }

    /** Returns what the client sent. */
    public R request() {
        return request;
    }

    /** Returns where responses go. */
    public Responder responder() {
        return responder;
    }

    /** Returns the client's connection. */
    public ImapSession session() {
        return session;
    }

    /** Returns where the command has to end. */
    Thread thread() {
        return thread;
    }

    /**
     * Returns the folder of another owner that was selected when the command began. It is kept,
     * because a client that hangs up meanwhile has nothing selected any more.
     */
    public Optional<SelectedFolder> selectedFolder() {
        return selectedFolder;
    }

    /** Returns who is signed in. */
    public Username delegate() {
        return session.getUserName();
    }

    /** Returns who is signed in, and since when. */
    public SignedInUser user() {
        return SignedInUser.of(delegate(), SignInCheck.timeOf(session));
    }

    /** Returns the names of other owners' folders as the client knows them. */
    public OtherUsersNamespace names() {
        return OtherUsersNamespace.seenBy(delegate());
    }

    /** Returns the same command, with the responses going to another responder. */
    public CommandContext<R> respondingTo(Responder other) {
        return new CommandContext<>(
                request, other, session, defaultProcessor, thread, selectedFolder);
    }

    /** Hands the command to the default processor as it came. */
    public Mono<Void> proceed() {
        return proceed(request, responder, session);
    }

    /** Hands a command to the default processor in this one's place. */
    public Mono<Void> proceed(ImapMessage changed, Responder target, ImapSession as) {
        return defaultProcessor.processReactive(changed, target, as);
    }

    /** Answers with the tagged OK. */
    public Mono<Void> complete() {
        return respond(StatusResponses.completed(request));
    }

    /** Answers in the same words whether there is no such folder, or it must look so. */
    public Mono<Void> refuseAsAbsent() {
        return respond(TaggedNo.nonExistent(request.getTag()));
    }

    /** Answers with that response. */
    public Mono<Void> respond(ImapResponseMessage response) {
        return Mono.fromRunnable(() -> responder.respond(response));
    }
}
