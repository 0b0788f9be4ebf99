/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import spark.Request;

/** The bodies of {@code POST /shared-mailboxes/{address}}. */
final class ConversionBody {
    private static final String PASSWORD = "password";

    private ConversionBody() {}

    /** Of {@code ?action=convert}: the type that the mailbox shall be of. */
    static SharedMailboxTypeName type(Request request) {
        return RequestBody.fieldsOf(request, "type")
                .text("type", SharedMailboxTypeName::of)
                .orElse(SharedMailboxType.TEAM.name());
    }

    /** Of {@code ?action=revert}: what the user shall sign in with. */
    static String password(Request request) {
        return RequestBody.fieldsOf(request, PASSWORD)
                .text(PASSWORD, SharedMailboxBody::password)
                .orElseThrow(
                        () ->
                                RequestRefusedException.invalid(
                                        PASSWORD,
                                        "'password' is missing; the user needs one to sign in"));
    }
}
