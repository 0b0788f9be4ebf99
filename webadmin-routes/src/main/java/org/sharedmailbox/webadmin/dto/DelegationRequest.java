/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.RequestedAccess;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.model.NoticeRecipients;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.webadmin.http.FieldValue;
import org.sharedmailbox.webadmin.http.JsonFields;
import org.sharedmailbox.webadmin.http.Quoted;
import org.sharedmailbox.webadmin.http.RequestBody;
import org.sharedmailbox.webadmin.http.Times;
import spark.Request;

/**
 * Reads the body of {@code PUT /delegations/{owner}/{delegate}}, and the same fields in a bulk
 * request. A field that is absent has its default.
 */
public final class DelegationRequest {
    public static final String OWNER = "owner";
    public static final String DELEGATE = "delegate";
    public static final String RIGHTS = "rights";
    public static final String FOLDERS = "folders";
    public static final String ACCESS = "access";
    public static final String NOT_BEFORE = "notBefore";
    public static final String NOT_AFTER = "notAfter";
    public static final String NOTE = "note";
    public static final String SUBSCRIBE = "subscribe";
    public static final String NOTIFY = "notify";
    private static final int MAX_NOTE_LENGTH = 1000;

    private DelegationRequest() {}

    /**
     * Reads the body of the request.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the field
     */
    public static DelegationTerms read(Request request) {
        return terms(
                RequestBody.fieldsOf(
                        request,
                        RIGHTS,
                        FOLDERS,
                        ACCESS,
                        NOT_BEFORE,
                        NOT_AFTER,
                        NOTE,
                        SUBSCRIBE,
                        NOTIFY,
                        AutoReplyField.AUTO_REPLY));
    }

    /**
     * Reads the terms among the fields, and leaves the others alone.
     *
     * @throws RequestRefusedException ({@code INVALID}) with a message that names the field
     */
    public static DelegationTerms terms(JsonFields given) {
        JsonFields fields =
                given.nullable(
                        FOLDERS,
                        ACCESS,
                        NOT_BEFORE,
                        NOT_AFTER,
                        NOTE,
                        NOTIFY,
                        AutoReplyField.AUTO_REPLY);
        DelegationTerms.Builder terms = DelegationTerms.builder();
        Optional<RequestedAccess> access = AccessField.read(fields);
        access.ifPresent(terms::access);
        fields.texts(RIGHTS)
                // Answers tell it so where access gives rights to mail only.
                .filter(names -> access.isEmpty() || !names.isEmpty())
                .map(DelegationRequest::rights)
                .ifPresent(terms::rights);
        fields.texts(FOLDERS).map(DelegationRequest::folders).ifPresent(terms::folders);
        terms.validity(
                validity(
                        fields.text(NOT_BEFORE).map(at -> Times.parse(NOT_BEFORE, at)),
                        fields.text(NOT_AFTER).map(at -> Times.parse(NOT_AFTER, at))));
        fields.text(NOTE)
                .map(DelegationRequest::note)
                .filter(note -> !note.isEmpty())
                .ifPresent(terms::note);
        fields.flag(SUBSCRIBE).ifPresent(terms::subscribe);
        terms.autoReply(AutoReplyField.read(fields));
        terms.noticesTo(fields.text(NOTIFY).map(DelegationRequest::noticesTo));
        return complete(terms);
    }

    /**
     * Returns the terms.
     *
     * @throws RequestRefusedException ({@code INVALID}) if they say in two ways what is granted
     */
    public static DelegationTerms complete(DelegationTerms.Builder builder) {
        DelegationTerms terms = builder.build();
        if (terms.access().isPresent()) {
            boolean namesMail = terms.rights().stream().anyMatch(right -> !right.isForSending());
            if (namesMail || !terms.folders().isEverything()) {
                throw RequestRefusedException.invalid(
                        ACCESS,
                        "'access' says what is granted in which folder: with it, leave out"
                                + " 'folders', and name only SEND_AS and SEND_ON_BEHALF in"
                                + " 'rights'");
            }
            if (terms.rights().isEmpty() && terms.access().get().entries().isEmpty()) {
                throw RequestRefusedException.invalid(
                        ACCESS,
                        "'access' is empty, and 'rights' names no right to send; to end a"
                                + " delegation, DELETE it");
            }
        }
        return terms;
    }

    /**
     * Reads a list of rights.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is empty or names something else
     */
    public static ImmutableSet<DelegationRight> rights(List<String> names) {
        if (names.isEmpty()) {
            throw RequestRefusedException.invalid(
                    RIGHTS, "'rights' is empty; name at least one of " + DelegationRight.names());
        }
        return RightNames.parse(RIGHTS, names);
    }

    /**
     * Reads a list of folders.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is empty or too long, or if one is
     *     not the name of a folder
     */
    public static FolderScope folders(List<String> names) {
        return FieldValue.parse(
                FOLDERS,
                () ->
                        FolderScope.of(
                                names.stream()
                                        .map(FolderName::of)
                                        .collect(ImmutableList.toImmutableList())));
    }

    /**
     * Returns the time between the two.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it ends before it begins
     */
    public static Validity validity(Optional<Instant> notBefore, Optional<Instant> notAfter) {
        return FieldValue.parse(NOT_AFTER, () -> Validity.of(notBefore, notAfter));
    }

    /**
     * Reads who is told by mail.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is something else
     */
    static NoticeRecipients noticesTo(String name) {
        return NoticeRecipients.parse(name)
                .orElseThrow(
                        () ->
                                RequestRefusedException.invalid(
                                        NOTIFY,
                                        String.format(
                                                "'notify' is %s; it must be one of %s",
                                                Quoted.of(name), NoticeRecipients.names())));
    }

    /**
     * Checks a note.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is too long
     */
    public static String note(String note) {
        if (note.length() > MAX_NOTE_LENGTH) {
            throw RequestRefusedException.invalid(
                    NOTE, "'note' has more than " + MAX_NOTE_LENGTH + " characters");
        }
        return note;
    }
}
