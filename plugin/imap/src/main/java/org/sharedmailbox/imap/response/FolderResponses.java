/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.message.response.MailboxStatusResponse;
import org.apache.james.imap.message.response.MetadataResponse;
import org.apache.james.imap.message.response.QuotaRootResponse;

/** Turns the names of folders in James's responses back into those that the delegate knows. */
public final class FolderResponses {
    private FolderResponses() {}

    /** Returns a response that names a folder with that name instead; any other as it is. */
    public static ImapResponseMessage named(String name, ImapResponseMessage message) {
        if (message instanceof MailboxStatusResponse) {
            return status(name, (MailboxStatusResponse) message);
        }
        if (message instanceof MetadataResponse) {
            return new MetadataResponse(name, ((MetadataResponse) message).getMailboxAnnotations());
        }
        return message instanceof QuotaRootResponse
                ? new QuotaRootResponse(name, ((QuotaRootResponse) message).getQuotaRoot())
                : message;
    }

    private static MailboxStatusResponse status(String name, MailboxStatusResponse status) {
        return new MailboxStatusResponse(
                status.getAppendLimit(),
                status.getSize(),
                status.getDeleted(),
                status.getDeletedStorage(),
                status.getMessages(),
                status.getRecent(),
                status.getUidNext(),
                status.getHighestModSeq(),
                status.getUidValidity(),
                status.getUnseen(),
                name,
                status.getMailboxId());
    }
}
