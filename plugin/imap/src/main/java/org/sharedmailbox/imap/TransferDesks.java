/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import javax.inject.Inject;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.processor.CopyProcessor;
import org.apache.james.imap.processor.MoveProcessor;
import org.apache.james.imap.processor.NoopProcessor;
import org.apache.james.mailbox.MailboxManager;

/** The commands that carry messages from the selected mailbox into a named one. */
final class TransferDesks {
    private TransferDesks() {}

    static final class Copy extends CommandDesk<CopyRequest> {
        @Inject
        Copy(
                FrontDesk desk,
                CopyProcessor stock,
                NoopProcessor noop,
                Transfers transfers,
                MailboxManager mailboxes) {
            super(
                    CopyRequest.class,
                    stock,
                    new TransferRule<>(
                            desk,
                            transfers,
                            mailboxes,
                            noop,
                            false,
                            (request, uids, name) ->
                                    new CopyRequest(uids, name, true, request.getTag())));
        }
    }

    static final class Move extends CommandDesk.Capable<MoveRequest> {
        @Inject
        Move(
                FrontDesk desk,
                MoveProcessor stock,
                NoopProcessor noop,
                Transfers transfers,
                MailboxManager mailboxes) {
            super(
                    MoveRequest.class,
                    stock,
                    new TransferRule<>(
                            desk,
                            transfers,
                            mailboxes,
                            noop,
                            true,
                            (request, uids, name) ->
                                    new MoveRequest(uids, name, true, request.getTag())));
        }
    }
}
