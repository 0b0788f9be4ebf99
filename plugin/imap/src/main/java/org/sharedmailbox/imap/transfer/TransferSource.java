/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxId;
import org.sharedmailbox.imap.access.OpenFolder;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.response.StatusResponses;
import reactor.core.publisher.Mono;

/**
 * The selected folder, from which messages are taken. It is kept, because a client that hangs up
 * meanwhile has nothing selected any more.
 */
@AutoValue
abstract class TransferSource {
    TransferSource() {}

    static TransferSource own(ImapSession session, SelectedMailbox selected) {
        return new AutoValue_TransferSource(session, selected.getMailboxId(), Optional.empty());
    }

    static TransferSource of(CommandContext<?> context, OpenFolder folder) {
        return new AutoValue_TransferSource(
                folder.session(context),
                folder.selected().mailbox().getMailboxId(),
                Optional.of(folder.address()));
    }

    /** Returns the session in which the folder is selected, as its owner. */
    abstract ImapSession session();

    abstract MailboxId mailbox();

    /** Returns the folder of another owner; empty if it is the delegate's own. */
    abstract Optional<FolderAddress> address();

    MailboxSession owner() {
        return session().getMailboxSession();
    }

    /**
     * Goes on with the messages that the command names. Completes it if there are none; a sequence
     * number that names none is the client's error.
     */
    Mono<Void> withMessages(
            CommandContext<? extends AbstractMessageRangeRequest> context,
            Function<UidSet, Mono<Void>> transfer) {
        AbstractMessageRangeRequest request = context.request();
        return UidSet.of(session().getSelected(), request.getIdSet(), request.isUseUids())
                .map(messages -> messages.isEmpty() ? context.complete() : transfer.apply(messages))
                .orElseGet(() -> context.respond(StatusResponses.invalidMessageSet(request)));
    }
}
