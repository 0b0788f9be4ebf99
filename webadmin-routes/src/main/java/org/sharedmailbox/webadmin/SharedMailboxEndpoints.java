/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.webadmin.utils.Responses;
import org.eclipse.jetty.http.HttpStatus;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailboxRequest;
import org.sharedmailbox.mailbox.SharedMailboxService;
import spark.Request;
import spark.Response;

/** What {@code /shared-mailboxes} answers. */
final class SharedMailboxEndpoints {
    private final SharedMailboxService mailboxes;

    SharedMailboxEndpoints(SharedMailboxService mailboxes) {
        this.mailboxes = mailboxes;
    }

    /**
     * {@code PUT /shared-mailboxes/{address}}: creates the mailbox (201), or changes the given
     * fields of it (200).
     */
    String put(Request request, Response response) {
        SharedMailboxRequest wanted = SharedMailboxBody.read(request);
        QueryParameters.of(request);
        Username address = address(request);
        boolean created = mailboxes.put(address, wanted, RequestActor.of(request));
        response.status(created ? HttpStatus.CREATED_201 : HttpStatus.OK_200);
        return present(address);
    }

    /** {@code GET /shared-mailboxes/{address}}: the mailbox (200), or 404. */
    String get(Request request, Response response) {
        QueryParameters.of(request);
        return present(address(request));
    }

    /**
     * {@code DELETE /shared-mailboxes/{address}}: 204, also if there is none. The mail stays,
     * unless {@code ?mail=delete} deletes it too.
     */
    String delete(Request request, Response response) {
        Optional<String> mail = QueryParameters.of(request, "mail").oneOf("mail", "delete");
        mailboxes.delete(address(request), mail.isPresent(), RequestActor.of(request));
        return Responses.returnNoContent(response);
    }

    private String present(Username address) {
        return mailboxes
                .find(address)
                .map(
                        mailbox ->
                                Json.write(
                                        SharedMailboxAnswer.of(
                                                mailbox,
                                                mailboxes.quotaOf(mailbox),
                                                mailboxes.memberCountOf(mailbox))))
                .orElseThrow(
                        () ->
                                RequestRefusedException.notFound(
                                        String.format(
                                                "There is no shared mailbox %1$s; create it with"
                                                        + " PUT /shared-mailboxes/%1$s",
                                                address.asString())));
    }

    private static Username address(Request request) {
        return RequestPath.of(request).address(1, "address");
    }
}
