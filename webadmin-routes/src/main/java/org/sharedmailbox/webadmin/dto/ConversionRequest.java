/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.webadmin.http.RequestBody;
import spark.Request;

/** The bodies of {@code POST /shared-mailboxes/{address}}. */
public final class ConversionRequest {
    private static final String PASSWORD = "password";

    private ConversionRequest() {}

    /**
     * Reads the body of {@code ?action=convert}.
     *
     * @return the type that the mailbox is to have
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the field
     */
    public static SharedMailboxTypeName type(Request request) {
        return RequestBody.fieldsOf(request, "type")
                .text("type", SharedMailboxTypeName::of)
                .orElse(SharedMailboxType.TEAM.name());
    }

    /**
     * Reads the body of {@code ?action=revert}.
     *
     * @return the password that the user is to sign in with
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the field
     */
    public static String password(Request request) {
        return RequestBody.fieldsOf(request, PASSWORD)
                .text(PASSWORD, MailboxRequest::password)
                .orElseThrow(
                        () ->
                                RequestRefusedException.invalid(
                                        PASSWORD,
                                        "'password' is missing; the user needs one to sign in"));
    }
}
