/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Set;
import org.sharedmailbox.administration.SharedMailboxRequest;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.DisplayName;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.webadmin.http.FieldValue;
import org.sharedmailbox.webadmin.http.JsonFields;
import org.sharedmailbox.webadmin.http.RequestBody;
import spark.Request;

/** Reads the body of {@code PUT /shared-mailboxes/{address}}, of which every field is optional. */
public final class MailboxRequest {
    private static final String SENT_COPIES = "sentCopies";
    private static final String QUOTA = "quota";

    private MailboxRequest() {}

    /**
     * Reads the body of the request.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the field
     */
    public static SharedMailboxRequest read(Request request) {
        JsonFields fields =
                RequestBody.fieldsOf(
                        request, "displayName", "type", "password", QUOTA, SENT_COPIES);
        SharedMailboxRequest.Builder wanted = SharedMailboxRequest.builder();
        fields.text("displayName", DisplayName::of).ifPresent(wanted::displayName);
        fields.text("type", SharedMailboxTypeName::of).ifPresent(wanted::type);
        fields.text("password", MailboxRequest::password).ifPresent(wanted::password);
        fields.object(QUOTA, "count", "size").map(MailboxRequest::quota).ifPresent(wanted::quota);
        fields.texts(SENT_COPIES).map(MailboxRequest::sentCopies).ifPresent(wanted::sentCopies);
        return wanted.build();
    }

    /**
     * Checks a password.
     *
     * @throws IllegalArgumentException if it is empty or too long
     */
    static String password(String password) {
        checkArgument(!password.isEmpty(), "'password' is empty");
        checkArgument(
                password.length() <= Accounts.MAX_PASSWORD_LENGTH,
                "'password' has more than %s characters",
                Accounts.MAX_PASSWORD_LENGTH);
        return password;
    }

    private static MailboxQuota quota(JsonFields fields) {
        JsonFields limits = fields.nullable("count", "size");
        return FieldValue.parse(
                QUOTA,
                () -> MailboxQuota.of(limits.wholeNumber("count"), limits.wholeNumber("size")));
    }

    private static Set<DelegationRight> sentCopies(Collection<String> names) {
        ImmutableSet<DelegationRight> rights = RightNames.parse(SENT_COPIES, names);
        rights.stream()
                .filter(right -> !right.isForSending())
                .findFirst()
                .ifPresent(
                        right -> {
                            throw RequestRefusedException.invalid(
                                    SENT_COPIES,
                                    String.format(
                                            "'sentCopies' names %s; it takes SEND_AS and"
                                                    + " SEND_ON_BEHALF",
                                            right));
                        });
        return rights;
    }
}
