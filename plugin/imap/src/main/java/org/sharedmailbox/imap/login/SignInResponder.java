/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.login;

import java.util.Optional;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.sharedmailbox.imap.command.SignInCheck;
import org.sharedmailbox.imap.response.StatusResponses;
import org.sharedmailbox.imap.response.TaggedNo;

/**
 * Passes responses to a sign-in on. Where James says OK although nobody may be signed in as that
 * user, the answer is NO, and the session is over: James has no way back from there.
 */
final class SignInResponder implements Responder {
    private final ImapRequest request;
    private final ImapSession session;
    private final Responder client;
    private final SignInCheck check;

    SignInResponder(ImapRequest request, ImapSession session, Responder client, SignInCheck check) {
        this.request = request;
        this.session = session;
        this.client = client;
        this.check = check;
    }

    @Override
    public void respond(ImapResponseMessage response) {
        Optional<TaggedNo> refusal =
                isSuccess(response)
                        ? check.refusal(session, request.getTag())
                        : Optional.<TaggedNo>empty();
        if (refusal.isEmpty()) {
            client.respond(response);
            return;
        }
        client.respond(refusal.get());
        client.respond(StatusResponses.byeSignInChanged());
        client.flush();
        // Nothing is selected yet, so that there is nothing to wait for.
        session.logout().subscribe();
    }

    private boolean isSuccess(ImapResponseMessage response) {
        return response instanceof StatusResponse
                && ((StatusResponse) response).getServerResponseType() == StatusResponse.Type.OK
                && request.getTag().equals(((StatusResponse) response).getTag());
    }

    @Override
    public void flush() {
        client.flush();
    }
}
