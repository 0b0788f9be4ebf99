/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import javax.inject.Inject;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.message.request.ExamineRequest;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.session.SharedSelections;
import reactor.core.publisher.Mono;

/** EXAMINE (RFC 3501 §6.3.2). */
public final class ExamineProcessor extends SelectionProcessor<ExamineRequest> {
    @Inject
    ExamineProcessor(
            org.apache.james.imap.processor.ExamineProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            SharedSelections selections) {
        super(ExamineRequest.class, defaultProcessor, executor, access, denials, selections);
    }

    @Override
    boolean examines() {
        return true;
    }

    @Override
    Mono<Void> select(
            CommandContext<ExamineRequest> context,
            String privateName,
            boolean readOnly,
            Responder responder,
            ImapSession session) {
        return context.proceed(examining(context.request(), privateName), responder, session);
    }

    static ExamineRequest examining(AbstractMailboxSelectionRequest request, String name) {
        return new ExamineRequest(
                name,
                request.getCondstore(),
                request.getLastKnownUidValidity(),
                request.getKnownModSeq(),
                request.getUidSet(),
                request.getKnownUidSet(),
                request.getKnownSequenceSet(),
                request.getTag());
    }
}
