/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.inject.Inject;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.message.request.ExpungeRequest;
import org.apache.james.imap.message.response.ExpungeResponse;
import org.apache.james.imap.message.response.VanishedResponse;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.response.RewritingResponder;
import org.sharedmailbox.imap.session.SelectedFolder;
import reactor.core.publisher.Mono;

/**
 * EXPUNGE (RFC 3501 §6.4.3): needs right {@code e} (RFC 4314 §4), and is recorded. What others have
 * expunged meanwhile is told, and so counted, with it.
 */
public final class ExpungeProcessor extends SelectedFolderProcessor<ExpungeRequest>
        implements CapabilityImplementingProcessor {
    private final Denials denials;
    private final ImapAudit audit;

    @Inject
    ExpungeProcessor(
            org.apache.james.imap.processor.ExpungeProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(ExpungeRequest.class, defaultProcessor, executor, access, denials);
        this.denials = denials;
        this.audit = audit;
    }

    @Override
    protected Mono<Void> handle(CommandContext<ExpungeRequest> context, OpenFolder folder) {
        if (!folder.rights().allow(Right.PerformExpunge)) {
            return denials.deny(context, folder);
        }
        if (namesNothing(context.request())) {
            return context.complete();
        }
        AtomicLong expunged = new AtomicLong();
        Responder counting =
                RewritingResponder.of(
                        context.responder(),
                        message -> {
                            expunged.addAndGet(expungedBy(message));
                            return message;
                        });
        return folder.proceed(context.respondingTo(counting), context.request())
                .onErrorResume(e -> record(context, folder, expunged.get()).then(Mono.error(e)))
                .then(Mono.defer(() -> record(context, folder, expunged.get())));
    }

    /** James would not answer: a saved result (RFC 5182 §2.1) that is empty is a valid set. */
    private static boolean namesNothing(ExpungeRequest request) {
        IdRange[] uids = request.getUidSet();
        return uids != null && uids.length == 0;
    }

    private static long expungedBy(ImapResponseMessage message) {
        if (message instanceof VanishedResponse) {
            return Arrays.stream(((VanishedResponse) message).getUids())
                    .mapToLong(
                            range -> range.getHighVal().asLong() - range.getLowVal().asLong() + 1)
                    .sum();
        }
        return message instanceof ExpungeResponse ? 1 : 0;
    }

    private Mono<Void> record(
            CommandContext<ExpungeRequest> context, OpenFolder folder, long told) {
        boolean hungUp =
                SelectedFolder.of(context.session().getSelected())
                        .filter(selected -> selected == folder.selected())
                        .isEmpty();
        if (told == 0 && !hungUp) {
            return Mono.empty();
        }
        return audit.record(
                context,
                AuditAction.MESSAGES_DELETED,
                folder.address(),
                // A client that has gone is not told all of it.
                ImmutableMap.of("messages", hungUp ? "unknown" : String.valueOf(told)));
    }
}
