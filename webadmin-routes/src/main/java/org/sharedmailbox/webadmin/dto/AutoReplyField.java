/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.sharedmailbox.autoreply.OwnVacation;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.AutoReply;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.JsonFields;
import org.sharedmailbox.webadmin.http.RequestBody;
import org.sharedmailbox.webadmin.http.Times;
import spark.Request;

/** Reads and writes automatic replies: subject, text, and for a shared mailbox the time. */
public final class AutoReplyField {
    static final String AUTO_REPLY = "autoReply";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private AutoReplyField() {}

    /** Reads the field {@code autoReply} of a delegation. */
    static Optional<AutoReply> read(JsonFields delegation) {
        return delegation.object(AUTO_REPLY, SUBJECT, TEXT).map(AutoReplyField::reply);
    }

    /**
     * Reads the body of {@code PUT /shared-mailboxes/{address}/auto-reply}.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the field
     */
    public static JsonFields body(Request request) {
        return RequestBody.fieldsOf(request, SUBJECT, TEXT, FROM, UNTIL).nullable(FROM, UNTIL);
    }

    /** Returns the reply that the fields describe. */
    public static AutoReply reply(JsonFields fields) {
        return AutoReply.of(
                fields.text(SUBJECT, AutoReply::checkedSubject)
                        .orElseThrow(() -> fields.refusal(SUBJECT, "is missing")),
                fields.lines(TEXT, AutoReply::checkedText)
                        .orElseThrow(() -> fields.refusal(TEXT, "is missing")));
    }

    /** Returns the time that the fields describe. */
    public static Validity time(JsonFields fields) {
        Optional<Instant> from = fields.text(FROM).map(at -> Times.parse(FROM, at));
        Optional<Instant> until = fields.text(UNTIL).map(at -> Times.parse(UNTIL, at));
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw RequestRefusedException.invalid(UNTIL, "'until' must be later than 'from'");
        }
        return Validity.of(from, until);
    }

    static ObjectNode write(AutoReply reply) {
        return Json.object().put(SUBJECT, reply.subject()).put(TEXT, reply.text());
    }

    /** Returns the reply of a shared mailbox as JSON; {@code null} means no limit. */
    public static ObjectNode write(OwnVacation vacation) {
        return Json.object()
                .put(SUBJECT, vacation.subject().orElse(""))
                .put(TEXT, vacation.text().orElse(""))
                .put(FROM, vacation.from().map(Instant::toString).orElse(null))
                .put(UNTIL, vacation.until().map(Instant::toString).orElse(null));
    }
}
