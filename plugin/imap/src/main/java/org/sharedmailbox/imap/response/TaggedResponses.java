/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.message.response.StatusResponse.Type;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;

/** Recognises the tagged responses of James's processors. */
public final class TaggedResponses {
    private static final String NO_SUCH_MAILBOX =
            HumanReadableText.FAILURE_NO_SUCH_MAILBOX.getKey();

    private TaggedResponses() {}

    private static boolean isTaggedByJames(ImapResponseMessage message) {
        return message instanceof StatusResponse && ((StatusResponse) message).getTag() != null;
    }

    /** Decides whether the response says that a command has succeeded. */
    public static boolean isTaggedOk(ImapResponseMessage message) {
        return isTaggedByJames(message)
                && ((StatusResponse) message).getServerResponseType() == Type.OK;
    }

    /** Decides whether it is James's tagged NO to a name that means nothing. */
    public static boolean isNoSuchMailbox(ImapResponseMessage message) {
        return isTaggedByJames(message)
                && NO_SUCH_MAILBOX.equals(((StatusResponse) message).getTextKey().getKey());
    }

    /** Returns a tagged OK as the answer to that command; any other response as it is. */
    public static ImapResponseMessage answering(ImapCommand command, ImapResponseMessage message) {
        if (!isTaggedOk(message)) {
            return message;
        }
        StatusResponse status = (StatusResponse) message;
        return new UnpooledStatusResponseFactory()
                .taggedOk(status.getTag(), command, status.getTextKey(), status.getResponseCode());
    }
}
