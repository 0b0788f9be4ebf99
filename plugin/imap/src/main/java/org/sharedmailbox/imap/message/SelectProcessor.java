/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import javax.inject.Inject;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.SelectRequest;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.session.SharedSelections;
import reactor.core.publisher.Mono;

/**
 * SELECT (RFC 3501 §6.3.1). Without any right to change something it is done as EXAMINE, so that
 * not even {@code \Recent} changes; the delegate still reads the answer to SELECT. When there is
 * such a right later, the folder becomes writable.
 */
public final class SelectProcessor extends SelectionProcessor<SelectRequest> {
    private final org.apache.james.imap.processor.ExamineProcessor examine;

    @Inject
    SelectProcessor(
            org.apache.james.imap.processor.SelectProcessor defaultProcessor,
            org.apache.james.imap.processor.ExamineProcessor examine,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            SharedSelections selections) {
        super(SelectRequest.class, defaultProcessor, executor, access, denials, selections);
        this.examine = examine;
    }

    @Override
    boolean examines() {
        return false;
    }

    @Override
    Mono<Void> select(
            CommandContext<SelectRequest> context,
            String privateName,
            boolean readOnly,
            Responder responder,
            ImapSession session) {
        SelectRequest request = context.request();
        return readOnly
                ? examine.processReactive(
                        ExamineProcessor.examining(request, privateName), responder, session)
                : context.proceed(selecting(request, privateName), responder, session);
    }

    private static SelectRequest selecting(SelectRequest request, String name) {
        return new SelectRequest(
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
