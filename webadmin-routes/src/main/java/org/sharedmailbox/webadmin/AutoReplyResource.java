/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.webadmin.utils.Responses;
import org.sharedmailbox.autoreply.MailboxReplies;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.dto.AutoReplyField;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.JsonFields;
import org.sharedmailbox.webadmin.http.QueryParameters;
import org.sharedmailbox.webadmin.http.RequestActor;
import org.sharedmailbox.webadmin.http.RequestPath;
import spark.Request;
import spark.Response;

/** Answers {@code /shared-mailboxes/{address}/auto-reply}. Thread-safe. */
final class AutoReplyResource {
    private final MailboxReplies replies;

    @Inject
    AutoReplyResource(MailboxReplies replies) {
        this.replies = replies;
    }

    /**
     * {@code PUT /shared-mailboxes/{address}/auto-reply}: sets the automatic reply, or replaces it
     * (200).
     */
    String put(Request request, Response response) {
        JsonFields body = AutoReplyField.body(request);
        QueryParameters.of(request);
        return Json.write(
                AutoReplyField.write(
                        replies.put(
                                address(request),
                                AutoReplyField.reply(body),
                                AutoReplyField.time(body),
                                RequestActor.of(request))));
    }

    /** {@code GET /shared-mailboxes/{address}/auto-reply}: returns it (200), or 404. */
    String get(Request request, Response response) {
        QueryParameters.of(request);
        Username address = address(request);
        return replies.find(address)
                .map(reply -> Json.write(AutoReplyField.write(reply)))
                .orElseThrow(
                        () ->
                                RequestRefusedException.notFound(
                                        String.format(
                                                "%1$s has no automatic reply; set one with PUT"
                                                        + " /shared-mailboxes/%1$s/auto-reply",
                                                address.asString())));
    }

    /** {@code DELETE /shared-mailboxes/{address}/auto-reply}: takes it away (204). */
    String delete(Request request, Response response) {
        QueryParameters.of(request);
        replies.remove(address(request), RequestActor.of(request));
        return Responses.returnNoContent(response);
    }

    private static Username address(Request request) {
        return RequestPath.of(request).address(1, "address");
    }
}
