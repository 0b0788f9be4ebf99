/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.inject.Inject;
import javax.mail.Flags;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.MessageManager.AppendResult;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries messages from one account's folder into another's, which James has no command for: flags
 * and internal date are kept, the quota is the target's owner's. What fails midway is undone in the
 * target; a source is only emptied of what is stored. Whatever interrupts it, no message is lost.
 * Thread-safe.
 */
class MessageTransfer {
    private final MailboxManager mailboxes;

    @Inject
    MessageTransfer(MailboxManager mailboxes) {
        this.mailboxes = mailboxes;
    }

    /**
     * Stores copies of the messages.
     *
     * @return fails as James fails, e.g. with {@link
     *     org.apache.james.mailbox.exception.OverQuotaException}; then no copy stays behind
     */
    Mono<CopiedMessages> copy(TransferSource source, UidSet messages, TransferTarget target) {
        return Mono.zip(
                        Mono.from(mailboxes.getMailboxReactive(source.mailbox(), source.owner())),
                        Mono.from(
                                mailboxes.getMailboxReactive(
                                        target.folder().path(), target.session())))
                .flatMap(
                        both ->
                                copy(
                                        both.getT1(),
                                        source.owner(),
                                        messages.uids(),
                                        both.getT2(),
                                        target));
    }

    private static Mono<CopiedMessages> copy(
            MessageManager source,
            MailboxSession sourceSession,
            List<MessageUid> uids,
            MessageManager folder,
            TransferTarget target) {
        List<MessageUid> sources = Collections.synchronizedList(new ArrayList<>());
        List<MessageUid> copies = Collections.synchronizedList(new ArrayList<>());
        return Flux.fromIterable(uids)
                // One at a time: of large messages no more than one is held.
                .concatMap(
                        uid ->
                                Flux.from(
                                        source.getMessagesReactive(
                                                MessageRange.one(uid),
                                                FetchGroup.FULL_CONTENT,
                                                sourceSession)),
                        1)
                .concatMap(
                        message ->
                                store(message, folder, target)
                                        .doOnNext(
                                                result -> {
                                                    sources.add(message.getUid());
                                                    copies.add(result.getId().getUid());
                                                }),
                        1)
                .then(Mono.fromCallable(() -> copied(folder, sources, copies)))
                .onErrorResume(
                        e ->
                                (copies.isEmpty()
                                                ? Mono.<Void>empty()
                                                : folder.deleteReactive(
                                                        ImmutableList.copyOf(copies),
                                                        target.session()))
                                        .then(Mono.error(e)));
    }

    private static Mono<AppendResult> store(
            MessageResult message, MessageManager folder, TransferTarget target) {
        try {
            Flags kept = target.flags().permitted(message.getFlags());
            kept.remove(Flags.Flag.RECENT);
            return Mono.from(
                    folder.appendMessageReactive(
                            AppendCommand.builder()
                                    .withFlags(kept)
                                    .withInternalDate(message.getInternalDate())
                                    .recent()
                                    .build(message.getFullContent()),
                            target.session()));
        } catch (MailboxException | IOException e) {
            return Mono.error(e);
        }
    }

    private static CopiedMessages copied(
            MessageManager folder, List<MessageUid> sources, List<MessageUid> copies)
            throws MailboxException {
        return CopiedMessages.of(folder.getMailboxEntity().getUidValidity(), sources, copies);
    }

    /** Takes out of the source what has been stored elsewhere. */
    Mono<Void> remove(TransferSource source, CopiedMessages copied) {
        return copied.sources().isEmpty()
                ? Mono.empty()
                : Mono.from(mailboxes.getMailboxReactive(source.mailbox(), source.owner()))
                        .flatMap(folder -> folder.deleteReactive(copied.sources(), source.owner()));
    }
}
