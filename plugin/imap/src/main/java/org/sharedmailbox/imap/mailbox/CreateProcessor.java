/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.mailbox;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.message.request.CreateRequest;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.CreationRight;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.ImapAudit;
import org.sharedmailbox.imap.access.ResolvedFolder;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.imap.session.OwnerSession;
import reactor.core.publisher.Mono;

/** CREATE (RFC 3501 §6.3.3): needs what {@link CreationRight} says. */
public final class CreateProcessor extends InterceptingProcessor<CreateRequest> {
    private final AccessChecker access;
    private final Denials denials;
    private final ImapAudit audit;

    @Inject
    CreateProcessor(
            org.apache.james.imap.processor.CreateProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials,
            ImapAudit audit) {
        super(CreateRequest.class, defaultProcessor, executor);
        this.access = access;
        this.denials = denials;
        this.audit = audit;
    }

    /** Leaves namespaces of nobody to James to refuse: nothing in them could be given away. */
    @Override
    protected boolean concernsOthers(CommandContext<CreateRequest> context) {
        return OtherUsersNamespace.resembles(context.request().getMailboxName());
    }

    @Override
    protected Mono<Void> handle(CommandContext<CreateRequest> context) {
        Optional<FolderAddress> named =
                context.names().parse(withoutDelimiter(context.request().getMailboxName()));
        if (named.isEmpty()) {
            return context.refuseAsAbsent();
        }
        ResolvedFolder folder =
                access.folder(
                        context, named.get(), access.accessTo(named.get().owner(), context.user()));
        if (!CreationRight.isHeld(folder)) {
            return denials.deny(context, CreationRight.parentOf(folder));
        }
        return folder.access().isUniform()
                ? create(context, folder.address())
                : createBelowExisting(context, folder);
    }

    /** RFC 3501 §6.3.3: a trailing delimiter only announces that folders below will follow. */
    private static String withoutDelimiter(String name) {
        return name.endsWith(String.valueOf(OtherUsersNamespace.DELIMITER))
                ? name.substring(0, name.length() - 1)
                : name;
    }

    /** James makes the levels above too, but only all folders cover levels that are not there. */
    private Mono<Void> createBelowExisting(
            CommandContext<CreateRequest> context, ResolvedFolder folder) {
        return access.ifExists(
                context,
                CreationRight.parentOf(folder),
                () -> create(context, folder.address()),
                context::refuseAsAbsent);
    }

    private Mono<Void> create(CommandContext<CreateRequest> context, FolderAddress folder) {
        CreateRequest request =
                new CreateRequest(folder.folder().asString(), context.request().getTag());
        return audit.recording(
                context,
                AuditAction.FOLDER_CREATED,
                folder,
                ImmutableMap.of(),
                context.responder(),
                outcome ->
                        context.proceed(
                                request,
                                outcome,
                                OwnerSession.naming(context.session(), folder.owner())));
    }
}
