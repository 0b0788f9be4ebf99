/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxId;

/**
 * The selected mailbox, from which messages are taken. It is kept, because a client that hangs up
 * meanwhile has nothing selected any more.
 */
@AutoValue
abstract class TransferSource {
    TransferSource() {}

    static TransferSource own(ImapSession session, SelectedMailbox selected) {
        return new AutoValue_TransferSource(session, selected.getMailboxId(), Optional.empty());
    }

    static TransferSource shared(ImapSession session, SharedSelection selection) {
        return new AutoValue_TransferSource(
                SessionView.ofSelection(session, selection),
                selection.live().getMailboxId(),
                Optional.of(selection.address()));
    }

    /** The member's connection as the owner's. */
    abstract ImapSession view();

    abstract MailboxId mailbox();

    /** Empty if it is the member's own. */
    abstract Optional<FolderAddress> address();

    MailboxSession owner() {
        return view().getMailboxSession();
    }

    /** Empty if a sequence number means no message, which is an error of the client. */
    Optional<SourceMessages> messages(AbstractMessageRangeRequest request) {
        return SourceMessages.of(view().getSelected(), request.getIdSet(), request.isUseUids());
    }
}
