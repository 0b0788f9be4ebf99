/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import javax.mail.Flags;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/**
 * STORE (RFC 4314 §4): only the permitted flags change; if none is permitted it is refused. Setting
 * all flags at once, where some may not be touched, becomes clearing some and setting some.
 */
final class StoreUse implements SelectedMailboxRule.Use<StoreRequest> {
    private static final long ANY_MOD_SEQUENCE = -1;

    private final FrontDesk desk;

    StoreUse(FrontDesk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Void> with(
            Exchange<StoreRequest> exchange, SharedSelection selection, ImapRights rights) {
        StoreRequest request = exchange.request();
        FlagRights flagRights = FlagRights.with(rights);
        if (flagRights.permitAll()) {
            return SelectedMailboxRule.toStock(exchange, request, selection, rights);
        }
        if (request.getFlagsUpdateMode() == FlagsUpdateMode.REPLACE) {
            return flagRights.permitNone()
                    ? desk.deny(exchange, selection.address(), rights)
                    : replace(exchange, selection, rights);
        }
        Flags permitted = flagRights.permitted(request.getFlags());
        return FlagRights.isEmpty(permitted)
                ? desk.deny(exchange, selection.address(), rights)
                : SelectedMailboxRule.toStock(
                        exchange,
                        changing(
                                request,
                                permitted,
                                request.getFlagsUpdateMode(),
                                request.isSilent()),
                        selection,
                        rights);
    }

    private static Mono<Void> replace(
            Exchange<StoreRequest> exchange, SharedSelection selection, ImapRights rights) {
        StoreRequest request = exchange.request();
        if (request.getUnchangedSince() != ANY_MOD_SEQUENCE) {
            return exchange.refuse(
                    Refusal.cannot(
                            request.getTag(),
                            "You may change only some flags here: use +FLAGS or -FLAGS with"
                                    + " UNCHANGEDSINCE."));
        }
        FlagRights flagRights = FlagRights.with(rights);
        Flags set = flagRights.permitted(request.getFlags());
        Flags cleared = flagRights.permitted(allFlags(selection));
        cleared.remove(set);
        StoreRequest clearing =
                changing(request, cleared, FlagsUpdateMode.REMOVE, request.isSilent());
        StoreRequest setting = changing(request, set, FlagsUpdateMode.ADD, request.isSilent());
        if (FlagRights.isEmpty(set)) {
            return SelectedMailboxRule.toStock(exchange, clearing, selection, rights);
        }
        if (FlagRights.isEmpty(cleared)) {
            return SelectedMailboxRule.toStock(exchange, setting, selection, rights);
        }
        HeldAnswer first = new HeldAnswer(exchange.responder());
        return exchange.toStock(
                        changing(request, cleared, FlagsUpdateMode.REMOVE, true),
                        first,
                        SessionView.ofSelection(exchange.session(), selection))
                .then(
                        Mono.defer(
                                () ->
                                        first.isOk()
                                                ? SelectedMailboxRule.toStock(
                                                        exchange, setting, selection, rights)
                                                : Mono.fromRunnable(first::release)));
    }

    private static Flags allFlags(SharedSelection selection) {
        Flags all = selection.live().getApplicableFlags();
        all.add(Flags.Flag.ANSWERED);
        all.add(Flags.Flag.DELETED);
        all.add(Flags.Flag.DRAFT);
        all.add(Flags.Flag.FLAGGED);
        all.add(Flags.Flag.SEEN);
        all.remove(Flags.Flag.RECENT);
        return all;
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
