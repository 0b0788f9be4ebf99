/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.login;

import java.util.Optional;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.sharedmailbox.imap.command.SignInCheck;
import org.sharedmailbox.imap.response.ResponderInFront;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedNo;

/**
 * Passes responses to a sign-in on. Where James says OK although nobody may be signed in as that
 * user, the answer is NO, and the session is over: James has no way back from there.
 */
final class SignInResponder extends ResponderInFront {
    private final ImapRequest request;
    private final ImapSession session;
    private final SignInCheck check;

    SignInResponder(ImapRequest request, ImapSession session, Responder client, SignInCheck check) {
        super(client);
        this.request = request;
        this.session = session;
        this.check = check;
    }

    @Override
    protected void respond(ImapResponseMessage response) {
        Optional<TaggedNo> refusal =
                isSuccess(response)
                        ? check.refusal(session, request.getTag())
                        : Optional.<TaggedNo>empty();
        if (refusal.isEmpty()) {
            pass(response);
            return;
        }
        pass(refusal.get());
        pass(StatusResponses.byeSignInChanged());
        flush();
        // Nothing is selected yet, so that there is nothing to wait for.
        session.logout().subscribe();
    }

    private boolean isSuccess(ImapResponseMessage response) {
        return response instanceof StatusResponse
                && ((StatusResponse) response).getServerResponseType() == StatusResponse.Type.OK
                && request.getTag().equals(((StatusResponse) response).getTag());
    }
}
