/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.webadmin.utils.Responses;
import org.eclipse.jetty.http.HttpStatus;
import org.sharedmailbox.administration.MailboxConversionService;
import org.sharedmailbox.administration.SharedMailboxRequest;
import org.sharedmailbox.administration.SharedMailboxService;
import org.sharedmailbox.administration.StoredMailbox;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.mailbox.KnownTypes;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.webadmin.dto.ConversionRequest;
import org.sharedmailbox.webadmin.dto.MailboxQuery;
import org.sharedmailbox.webadmin.dto.MailboxRequest;
import org.sharedmailbox.webadmin.dto.MailboxResponse;
import org.sharedmailbox.webadmin.dto.MailboxTypeResponse;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.Page;
import org.sharedmailbox.webadmin.http.QueryParameters;
import org.sharedmailbox.webadmin.http.RequestActor;
import org.sharedmailbox.webadmin.http.RequestPath;
import spark.Request;
import spark.Response;

/** Answers {@code /shared-mailboxes}. Thread-safe. */
final class SharedMailboxResource {
    private static final String ACTION = "action";
    private static final String CONVERT = "convert";
    private static final String REVERT = "revert";

    private final SharedMailboxService mailboxes;
    private final MailboxDirectory directory;
    private final MailboxConversionService conversions;
    private final SharedMailboxTypes types;
    private final KnownTypes knownTypes;
    private final AutoReplyResource autoReplies;
    private final BackupResource backups;
    private final Clock clock;

    @Inject
    SharedMailboxResource(
            SharedMailboxService mailboxes,
            MailboxDirectory directory,
            MailboxConversionService conversions,
            SharedMailboxTypes types,
            KnownTypes knownTypes,
            AutoReplyResource autoReplies,
            BackupResource backups,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.directory = directory;
        this.conversions = conversions;
        this.types = types;
        this.knownTypes = knownTypes;
        this.autoReplies = autoReplies;
        this.backups = backups;
        this.clock = clock;
    }

    /**
     * {@code PUT /shared-mailboxes/{address}}: creates the mailbox (201), or changes the fields
     * that are given (200).
     */
    String put(Request request, Response response) {
        SharedMailboxRequest wanted = MailboxRequest.read(request);
        QueryParameters.of(request);
        Username address = address(request);
        StoredMailbox stored = mailboxes.put(address, wanted, RequestActor.of(request));
        response.status(stored.created() ? HttpStatus.CREATED_201 : HttpStatus.OK_200);
        return respond(stored);
    }

    /** {@code GET /shared-mailboxes/{address}}: returns the mailbox (200), or 404. */
    String get(Request request, Response response) {
        QueryParameters.of(request);
        Username address = address(request);
        return mailboxes
                .find(address)
                .map(this::respond)
                .orElseThrow(
                        () ->
                                RequestRefusedException.notFound(
                                        String.format(
                                                "There is no shared mailbox %1$s; create it with"
                                                        + " PUT /shared-mailboxes/%1$s",
                                                address.asString())));
    }

    /**
     * {@code DELETE /shared-mailboxes/{address}}: deletes it (204), also if there is none. The mail
     * stays, unless {@code ?mail=delete} deletes it too.
     */
    String delete(Request request, Response response) {
        Optional<String> mail = QueryParameters.of(request, "mail").oneOf("mail", "delete");
        mailboxes.delete(address(request), mail.isPresent(), RequestActor.of(request));
        return Responses.returnNoContent(response);
    }

    /** {@code GET /shared-mailboxes}: returns a page of those that pass the filter, by address. */
    String list(Request request, Response response) {
        MailboxQuery query = MailboxQuery.of(request, clock.instant());
        query.filter().type().ifPresent(knownTypes::require);
        return Json.write(
                Page.of(
                        directory.find(query.filter(), query.slice()),
                        found ->
                                MailboxResponse.of(
                                        found.mailbox(),
                                        mailboxes.quotaOf(found.mailbox()),
                                        found.memberCount())));
    }

    /**
     * {@code POST /shared-mailboxes/{address}}: {@code ?action=convert} turns a user into a shared
     * mailbox, {@code ?action=revert} a shared mailbox into a user (200).
     */
    String convertOrRevert(Request request, Response response) {
        String action =
                QueryParameters.of(request, ACTION)
                        .oneOf(ACTION, CONVERT, REVERT)
                        .orElseThrow(
                                () ->
                                        RequestRefusedException.invalid(
                                                ACTION,
                                                "'action' is missing; it must be one of"
                                                        + " convert, revert"));
        Username address = address(request);
        if (action.equals(CONVERT)) {
            return respond(
                    conversions.convert(
                            address, ConversionRequest.type(request), RequestActor.of(request)));
        }
        conversions.revert(address, ConversionRequest.password(request), RequestActor.of(request));
        return Json.write(Json.object().put("address", address.asString()));
    }

    /**
     * {@code GET /shared-mailboxes/types}: returns a page of the types, the built-in ones first.
     */
    String types(Request request, Response response) {
        Page page = Page.of(QueryParameters.of(request, Page.OFFSET, Page.LIMIT));
        return Json.write(page.from(ImmutableList.copyOf(types.all()), MailboxTypeResponse::of));
    }

    /**
     * {@code GET /shared-mailboxes/openapi.yaml}: returns the description of all our routes (200).
     */
    String openApi(Request request, Response response) {
        QueryParameters.of(request);
        response.type("application/yaml");
        return OpenApiDescription.text();
    }

    /** Returns what answers below {@code /auto-reply}. */
    AutoReplyResource autoReplies() {
        return autoReplies;
    }

    /** Returns what answers below {@code /backup}. */
    BackupResource backups() {
        return backups;
    }

    private String respond(SharedMailbox mailbox) {
        return Json.write(json(mailbox));
    }

    private String respond(StoredMailbox stored) {
        return Json.write(MailboxResponse.withWarnings(json(stored.mailbox()), stored.warnings()));
    }

    private ObjectNode json(SharedMailbox mailbox) {
        return MailboxResponse.of(
                mailbox, mailboxes.quotaOf(mailbox), mailboxes.memberCountOf(mailbox));
    }

    private static Username address(Request request) {
        return RequestPath.of(request).address(1, "address");
    }
}
