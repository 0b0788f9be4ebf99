/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.DeleteRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.transaction.NonBlocking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What all command rules ask: which rights a member holds now, and how a refusal is told and
 * recorded. Safe for use by many threads.
 */
class FrontDesk {
    private static final Logger LOGGER = LoggerFactory.getLogger(FrontDesk.class);
    private static final ImapRights OF_READ_ONLY = ImapRights.ofLetters("lr");

    private final AccessResolver accesses;
    private final MailboxManager mailboxes;
    private final ImapAudit audit;

    @Inject
    FrontDesk(AccessResolver accesses, MailboxManager mailboxes, ImapAudit audit) {
        this.accesses = accesses;
        this.mailboxes = mailboxes;
        this.audit = audit;
    }

    /** All mailboxes that the member may open now. May block. */
    List<Access> openTo(Username member) {
        return accesses.allOf(member);
    }

    /** What the member may do in that mailbox now. May block. */
    Access accessOf(Username member, Username owner) {
        return accesses.access(owner, member);
    }

    /** The same without blocking: James may have gone on with a thread that must not wait. */
    Mono<Access> askAccess(Exchange<?> exchange, Username owner) {
        return Mono.fromCallable(() -> accessOf(exchange.member(), owner))
                .subscribeOn(StoreThreads.MAY_WAIT);
    }

    /** What the member may do in that folder now, whether or not it exists. May block. */
    ImapRights rightsOf(Username member, FolderAddress address) {
        return accessOf(member, address.owner()).imapRightsOn(address.folder());
    }

    /**
     * What the member may do now in the mailbox they have selected; nothing, if it is gone or was
     * moved out of the delegation. May block.
     */
    ImapRights rightsOf(Username member, SharedSelection selection) {
        return rightsOf(accessOf(member, selection.address().owner()), selection);
    }

    /** The same if the access is known. May block. */
    ImapRights rightsOf(Access access, SharedSelection selection) {
        if (selection.live().isDeletedByOtherSession()) {
            return ImapRights.NONE;
        }
        // A delegation of all folders stays one, however the folder is called by now.
        Optional<FolderName> folder =
                access.folders().isEverything()
                        ? Optional.of(selection.address().folder())
                        : currentFolder(selection);
        ImapRights rights = folder.map(access::imapRightsOn).orElse(ImapRights.NONE);
        return selection.isReadOnly() ? rights.cappedBy(OF_READ_ONLY) : rights;
    }

    private Optional<FolderName> currentFolder(SharedSelection selection) {
        NonBlocking.aboutToBlock();
        MailboxSession owner = SessionView.again(selection.ownerSession());
        return mailboxes
                .manageProcessing(
                        Mono.from(
                                mailboxes.getMailboxReactive(
                                        selection.live().getMailboxId(), owner)),
                        owner)
                .flatMap(found -> Mono.fromCallable(found::getMailboxPath))
                .filter(path -> path.getUser().equals(selection.address().owner()))
                .map(path -> FolderName.of(path.getName()))
                .onErrorResume(
                        e -> {
                            LOGGER.debug("{} is gone", selection.address(), e);
                            return Mono.empty();
                        })
                .blockOptional();
    }

    /**
     * The view of the selected mailbox if the member may read it now; one that shows nothing as
     * selected, if not, or if that cannot be known.
     */
    private Mono<ImapSession> viewToRead(ImapSession session, SharedSelection selection) {
        return Mono.fromCallable(
                        () ->
                                rightsOf(session.getUserName(), selection).allow(Right.Read)
                                        ? SessionView.ofSelection(session, selection)
                                        : SessionView.naming(session, selection.address().owner()))
                .subscribeOn(StoreThreads.MAY_WAIT)
                .onErrorReturn(
                        StoreUnavailableException.class,
                        SessionView.naming(session, selection.address().owner()));
    }

    /**
     * The view for a command that names that mailbox, with the news of the selected mailbox if it
     * is the same and may be read, which is asked again: since it was selected, a folder may have
     * been renamed. For the same reason DELETE is shown whatever is selected of that owner: stock
     * asks what it is called now, and deselects what it deletes.
     */
    Mono<ImapSession> viewNaming(Exchange<?> exchange, FolderAddress address) {
        ImapSession session = exchange.session();
        boolean deletes = exchange.request() instanceof DeleteRequest;
        return SharedSelection.of(session.getSelected())
                .filter(
                        selected ->
                                deletes
                                        ? selected.address().owner().equals(address.owner())
                                        : selected.address().equals(address))
                .map(selected -> viewToRead(session, selected))
                .orElseGet(() -> Mono.just(SessionView.naming(session, address.owner())));
    }

    /** What is done at a folder that exists, of which the member holds some right. */
    @FunctionalInterface
    interface FolderUse {
        Mono<Void> with(FolderAddress address, ImapRights rights);
    }

    /**
     * Finds the folder of that name and the member's rights on it. If there is no such name, no
     * right or no folder, the command is refused in the same words. Does not block.
     */
    <R extends ImapRequest> Mono<Void> atExistingFolder(
            Exchange<R> exchange, String written, FolderUse use) {
        return atExistingFolder(
                exchange, written, use, (address, rights) -> exchange.refuseAsAbsent());
    }

    /**
     * The same for a command that brings messages: the member is told if they may create the folder
     * first ({@code TRYCREATE}, RFC 3501 §6.3.11; to know that takes right {@code k}, RFC 4314 §4).
     */
    <R extends ImapRequest> Mono<Void> atTarget(
            Exchange<R> exchange, String written, FolderUse use) {
        return atExistingFolder(
                exchange,
                written,
                use,
                (address, rights) ->
                        askAccess(exchange, address.owner())
                                .flatMap(
                                        access ->
                                                FolderCreation.isPermitted(access, address)
                                                        ? exchange.tell(
                                                                Responses.tryCreate(
                                                                        exchange.request()))
                                                        : exchange.refuseAsAbsent()));
    }

    private <R extends ImapRequest> Mono<Void> atExistingFolder(
            Exchange<R> exchange, String written, FolderUse use, FolderUse ifAbsent) {
        return atFolder(
                exchange,
                written,
                (address, rights) ->
                        exists(exchange, address)
                                .flatMap(
                                        exists -> (exists ? use : ifAbsent).with(address, rights)));
    }

    /**
     * The same for a folder that may exist or not, for a command that tells absence in the words of
     * {@link Exchange#refuseAsAbsent}.
     */
    <R extends ImapRequest> Mono<Void> atFolder(
            Exchange<R> exchange, String written, FolderUse use) {
        return CommandRun.whenKnown(
                exchange,
                () -> {
                    Optional<FolderAddress> address = exchange.names().parse(written);
                    ImapRights rights =
                            address.map(named -> rightsOf(exchange.member(), named))
                                    .orElse(ImapRights.NONE);
                    return address.isPresent() && !rights.isEmpty()
                            ? use.with(address.get(), rights)
                            : exchange.refuseAsAbsent();
                });
    }

    /** Whether there is such a folder, whoever may know of it. Does not block. */
    Mono<Boolean> exists(Exchange<?> exchange, FolderAddress address) {
        MailboxSession owner = SessionView.ownerSession(exchange.session(), address.owner());
        return mailboxes.manageProcessing(
                Mono.from(mailboxes.mailboxExists(address.path(), owner)), owner);
    }

    /** Refuses what the member lacks a right for, and records that; deny looks like absence. */
    <R extends ImapRequest> Mono<Void> deny(
            Exchange<R> exchange, FolderAddress address, ImapRights held) {
        return !held.allow(Right.Lookup)
                ? exchange.refuseAsAbsent()
                : recordDenial(exchange, address)
                        .then(exchange.refuse(Refusal.noPermission(exchange.request().getTag())));
    }

    /** On a thread that may wait for the store: James may have gone on with one that may not. */
    <R extends ImapRequest> Mono<Void> recordDenial(Exchange<R> exchange, FolderAddress address) {
        return Mono.<Void>fromRunnable(
                        () -> audit.denied(exchange, address.owner(), address.folder().asString()))
                .subscribeOn(StoreThreads.MAY_WAIT);
    }

    ImapAudit audit() {
        return audit;
    }
}
