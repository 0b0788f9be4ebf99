/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.mailbox.MailboxManager;
import org.sharedmailbox.imap.command.BlockingScheduler;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.response.TaggedResponseHolder;
import org.sharedmailbox.imap.session.OwnerMailboxSession;
import reactor.core.publisher.Mono;

/**
 * Decides whether folders exist, so that one that does not is answered for as if it were hidden.
 * Those that were there before are remembered, at most {@value #MAX_KNOWN}, and not asked for again
 * before James uses them: James finds out itself if one has gone meanwhile. Thread-safe.
 */
@Singleton
class ExistingFolders {
    private static final int MAX_KNOWN = 50_000;

    private final OwnerFolders folders;
    private final BlockingScheduler scheduler;
    private final Cache<FolderAddress, Boolean> known =
            Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();

    @Inject
    ExistingFolders(MailboxManager mailboxes, BlockingScheduler scheduler) {
        this.folders = new OwnerFolders(mailboxes);
        this.scheduler = scheduler;
    }

    /** Decides whether there is such a folder, whoever may know of it. Does not block. */
    Mono<Boolean> exists(CommandContext<?> context, FolderAddress address) {
        return folders.exists(OwnerMailboxSession.of(context.session(), address.owner()), address);
    }

    /**
     * Goes on in one way if there is such a folder, and in another if not. Does not block, but both
     * may, to ask for more folders.
     */
    Mono<Void> ifExists(
            CommandContext<?> context,
            ResolvedFolder folder,
            Supplier<Mono<Void>> present,
            Supplier<Mono<Void>> missing) {
        Mono<Boolean> exists = exists(context, folder.address());
        // James may have answered on a thread that must not block.
        Mono<Boolean> mayBlock =
                folder.access().isUniform() ? exists : exists.publishOn(scheduler.scheduler());
        return mayBlock.flatMap(found -> found ? present.get() : missing.get());
    }

    /**
     * Does something in a folder, if there is such a folder, or else something else.
     *
     * @param command has James answer by the responder that it is given, and change nothing where
     *     the folder is missing
     */
    Mono<Void> use(
            CommandContext<?> context,
            ResolvedFolder folder,
            Function<Responder, Mono<Void>> command,
            Supplier<Mono<Void>> missing) {
        if (known.getIfPresent(folder.address()) == null) {
            return ifExists(
                    context,
                    folder,
                    () -> {
                        known.put(folder.address(), true);
                        return command.apply(context.responder());
                    },
                    missing);
        }
        TaggedResponseHolder answer = new TaggedResponseHolder(context.responder());
        return command.apply(answer.asResponder())
                .then(
                        Mono.defer(
                                () ->
                                        answer.isOk()
                                                ? Mono.just(true)
                                                : isThere(context, folder.address())))
                .flatMap(
                        there -> {
                            if (there) {
                                return Mono.fromRunnable(answer::release);
                            }
                            // An INBOX that is gone is made now. James has done nothing yet.
                            forget(folder.address());
                            return use(context, folder, command, missing);
                        });
    }

    private Mono<Boolean> isThere(CommandContext<?> context, FolderAddress address) {
        return folders.isThere(OwnerMailboxSession.of(context.session(), address.owner()), address);
    }

    /** Asks for the folder again before it is used the next time, because it may be gone. */
    void forget(FolderAddress address) {
        known.invalidate(address);
    }
}
