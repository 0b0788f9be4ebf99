/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import javax.inject.Inject;
import javax.mail.Flags;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.imap.access.AccessChecker;
import org.sharedmailbox.imap.access.Denials;
import org.sharedmailbox.imap.access.FlagRights;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.access.SelectedFolderProcessor;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.response.TaggedNo;
import org.sharedmailbox.imap.response.TaggedResponseHolder;
import reactor.core.publisher.Mono;

/**
 * STORE (RFC 3501 §6.4.6): only the permitted flags change; if none is permitted it is refused (RFC
 * 4314 §4). Setting all flags at once, where some may not be touched, becomes clearing some and
 * setting some.
 */
public final class StoreProcessor extends SelectedFolderProcessor<StoreRequest> {
    private static final long ANY_MOD_SEQUENCE = -1;

    private final Denials denials;

    @Inject
    StoreProcessor(
            org.apache.james.imap.processor.StoreProcessor defaultProcessor,
            CommandExecutor executor,
            AccessChecker access,
            Denials denials) {
        super(StoreRequest.class, defaultProcessor, executor, access, denials);
        this.denials = denials;
    }

    @Override
    protected Mono<Void> handle(CommandContext<StoreRequest> context, OpenFolder folder) {
        StoreRequest request = context.request();
        FlagRights flagRights = FlagRights.of(folder.rights());
        if (!flagRights.permitNone()) {
            used(context, folder, Use.MANAGE);
        }
        if (flagRights.permitAll()) {
            return folder.proceed(context, request);
        }
        if (request.getFlagsUpdateMode() == FlagsUpdateMode.REPLACE) {
            return flagRights.permitNone()
                    ? denials.deny(context, folder)
                    : replace(context, folder, flagRights);
        }
        Flags permitted = flagRights.permitted(request.getFlags());
        return FlagRights.isEmpty(permitted)
                ? denials.deny(context, folder)
                : folder.proceed(
                        context,
                        changing(
                                request,
                                permitted,
                                request.getFlagsUpdateMode(),
                                request.isSilent()));
    }

    private static Mono<Void> replace(
            CommandContext<StoreRequest> context, OpenFolder folder, FlagRights flagRights) {
        StoreRequest request = context.request();
        if (request.getUnchangedSince() != ANY_MOD_SEQUENCE) {
            return context.respond(
                    TaggedNo.cannot(
                            request.getTag(),
                            "You may change only some flags here: use +FLAGS or -FLAGS with"
                                    + " UNCHANGEDSINCE."));
        }
        Flags set = flagRights.permitted(request.getFlags());
        Flags cleared = flagRights.permitted(folder.selected().changeableFlags());
        cleared.remove(set);
        StoreRequest clearing =
                changing(request, cleared, FlagsUpdateMode.REMOVE, request.isSilent());
        StoreRequest setting = changing(request, set, FlagsUpdateMode.ADD, request.isSilent());
        if (FlagRights.isEmpty(set)) {
            return folder.proceed(context, clearing);
        }
        if (FlagRights.isEmpty(cleared)) {
            return folder.proceed(context, setting);
        }
        TaggedResponseHolder first = new TaggedResponseHolder(context.responder());
        return context.proceed(
                        changing(request, cleared, FlagsUpdateMode.REMOVE, true),
                        first.asResponder(),
                        folder.session(context))
                .then(
                        Mono.defer(
                                () ->
                                        first.isOk()
                                                ? folder.proceed(context, setting)
                                                : Mono.fromRunnable(first::release)));
    }

    private static StoreRequest changing(
            StoreRequest request, Flags flags, FlagsUpdateMode mode, boolean silent) {
        return new StoreRequest(
                request.getIdSet(),
                silent,
                flags,
                request.isUseUids(),
                request.getTag(),
                mode,
                request.getUnchangedSince());
    }
}
