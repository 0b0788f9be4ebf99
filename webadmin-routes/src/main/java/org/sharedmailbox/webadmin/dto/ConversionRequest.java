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

    /** Of {@code ?action=convert}: the type that the mailbox shall be of. */
    public static SharedMailboxTypeName type(Request request) {
        return RequestBody.fieldsOf(request, "type")
                .text("type", SharedMailboxTypeName::of)
                .orElse(SharedMailboxType.TEAM.name());
    }

    /** Of {@code ?action=revert}: what the user shall sign in with. */
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
