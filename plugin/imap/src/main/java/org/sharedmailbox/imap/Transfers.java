/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.auto.value.AutoValue;
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
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.model.UidValidity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries messages from one account's mailbox into another's, which James has no command for: flags
 * and internal date are kept, the quota is the target's owner's. What fails midway is undone in the
 * target; a source is only emptied of what is stored. Whatever interrupts it, no message is lost.
 * Safe for use by many threads.
 */
class Transfers {
    private final MailboxManager mailboxes;

    @Inject
    Transfers(MailboxManager mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Which messages became which. */
    @AutoValue
    abstract static class Stored {
        Stored() {}

        abstract UidValidity uidValidity();

        /** Those that were still there, ascending. */
        abstract ImmutableList<MessageUid> sources();

        /** In the order of the sources. */
        abstract ImmutableList<MessageUid> targets();
    }

    /**
     * Stores copies of the messages.
     *
     * @param flags decides which flags the copies may have
     * @return an error of James, such as {@link
     *     org.apache.james.mailbox.exception.OverQuotaException}, leaves no copy behind
     */
    Mono<Stored> copy(
            MailboxId source,
            MailboxSession sourceSession,
            List<MessageUid> uids,
            Place target,
            FlagRights flags) {
        return Mono.zip(
                        Mono.from(mailboxes.getMailboxReactive(source, sourceSession)),
                        Mono.from(mailboxes.getMailboxReactive(target.path(), target.session())))
                .flatMap(
                        both ->
                                copy(
                                        both.getT1(),
                                        sourceSession,
                                        uids,
                                        both.getT2(),
                                        target.session(),
                                        flags));
    }

    private static Mono<Stored> copy(
            MessageManager source,
            MailboxSession sourceSession,
            List<MessageUid> uids,
            MessageManager target,
            MailboxSession targetSession,
            FlagRights flags) {
        List<MessageUid> sources = Collections.synchronizedList(new ArrayList<>());
        List<MessageUid> targets = Collections.synchronizedList(new ArrayList<>());
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
                                store(message, target, targetSession, flags)
                                        .doOnNext(
                                                result -> {
                                                    sources.add(message.getUid());
                                                    targets.add(result.getId().getUid());
                                                }),
                        1)
                .then(Mono.fromCallable(() -> stored(target, sources, targets)))
                .onErrorResume(
                        e ->
                                (targets.isEmpty()
                                                ? Mono.<Void>empty()
                                                : target.deleteReactive(
                                                        ImmutableList.copyOf(targets),
                                                        targetSession))
                                        .then(Mono.error(e)));
    }

    private static Mono<AppendResult> store(
            MessageResult message,
            MessageManager target,
            MailboxSession targetSession,
            FlagRights flags) {
        try {
            Flags kept = flags.permitted(message.getFlags());
            kept.remove(Flags.Flag.RECENT);
            return Mono.from(
                    target.appendMessageReactive(
                            AppendCommand.builder()
                                    .withFlags(kept)
                                    .withInternalDate(message.getInternalDate())
                                    .recent()
                                    .build(message.getFullContent()),
                            targetSession));
        } catch (MailboxException | IOException e) {
            return Mono.error(e);
        }
    }

    private static Stored stored(
            MessageManager target, List<MessageUid> sources, List<MessageUid> targets)
            throws MailboxException {
        return new AutoValue_Transfers_Stored(
                target.getMailboxEntity().getUidValidity(),
                ImmutableList.copyOf(sources),
                ImmutableList.copyOf(targets));
    }

    /** Takes out of the source what has been stored elsewhere. */
    Mono<Void> remove(MailboxId source, MailboxSession session, Stored stored) {
        return stored.sources().isEmpty()
                ? Mono.empty()
                : Mono.from(mailboxes.getMailboxReactive(source, session))
                        .flatMap(mailbox -> mailbox.deleteReactive(stored.sources(), session));
    }
}
