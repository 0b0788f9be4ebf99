/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import javax.inject.Inject;
import org.apache.james.imap.message.request.AppendRequest;
import org.apache.james.imap.message.request.CreateRequest;
import org.apache.james.imap.message.request.DeleteRequest;
import org.apache.james.imap.message.request.GetMetadataRequest;
import org.apache.james.imap.message.request.GetQuotaRequest;
import org.apache.james.imap.message.request.GetQuotaRootRequest;
import org.apache.james.imap.message.request.RenameRequest;
import org.apache.james.imap.message.request.SetMetadataRequest;
import org.apache.james.imap.message.request.StatusRequest;
import org.apache.james.imap.processor.AppendProcessor;
import org.apache.james.imap.processor.CreateProcessor;
import org.apache.james.imap.processor.DeleteProcessor;
import org.apache.james.imap.processor.GetMetadataProcessor;
import org.apache.james.imap.processor.GetQuotaProcessor;
import org.apache.james.imap.processor.GetQuotaRootProcessor;
import org.apache.james.imap.processor.RenameProcessor;
import org.apache.james.imap.processor.SetMetadataProcessor;
import org.apache.james.imap.processor.StatusProcessor;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.quota.UserQuotaRootResolver;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.model.FolderName;

/** The commands that name a mailbox, with the rights of RFC 4314 §4 that each needs. */
final class NamedMailboxDesks {
    private NamedMailboxDesks() {}

    static final class Status extends CommandDesk.Capable<StatusRequest> {
        @Inject
        Status(FrontDesk desk, StatusProcessor stock) {
            super(
                    StatusRequest.class,
                    stock,
                    NamedMailboxRule.needing(
                            Right.Read,
                            desk,
                            StatusRequest::getMailboxName,
                            (request, name, rights) ->
                                    new StatusRequest(
                                            name, request.getStatusDataItems(), request.getTag())));
        }
    }

    static final class Append extends CommandDesk.Capable<AppendRequest> {
        @Inject
        Append(FrontDesk desk, AppendProcessor stock) {
            super(
                    AppendRequest.class,
                    stock,
                    NamedMailboxRule.needing(
                                    Right.Insert,
                                    desk,
                                    AppendRequest::getMailboxName,
                                    (request, name, rights) ->
                                            new AppendRequest(
                                                    name,
                                                    FlagRights.with(rights)
                                                            .permitted(request.getFlags()),
                                                    request.getDatetime(),
                                                    request.getMessage(),
                                                    request.getTag()))
                            .bringingMessages()
                            .recordedAs(AuditAction.MESSAGES_APPENDED));
        }
    }

    static final class Create extends CommandDesk<CreateRequest> {
        @Inject
        Create(FrontDesk desk, CreateProcessor stock) {
            super(CreateRequest.class, stock, new CreateRule(desk));
        }
    }

    static final class Delete extends CommandDesk<DeleteRequest> {
        @Inject
        Delete(FrontDesk desk, DeleteProcessor stock) {
            super(
                    DeleteRequest.class,
                    stock,
                    new NamedMailboxRule<>(
                                    desk,
                                    DeleteRequest::getMailboxName,
                                    (request, address, rights) ->
                                            rights.allow(Right.DeleteMailbox)
                                                    && !address.folder().equals(FolderName.INBOX),
                                    (request, name, rights) ->
                                            new DeleteRequest(name, request.getTag()))
                            .recordedAs(AuditAction.FOLDER_DELETED));
        }
    }

    static final class Rename extends CommandDesk<RenameRequest> {
        @Inject
        Rename(FrontDesk desk, RenameProcessor stock) {
            super(RenameRequest.class, stock, new RenameRule(desk));
        }
    }

    static final class GetMetadata extends CommandDesk.Capable<GetMetadataRequest> {
        @Inject
        GetMetadata(FrontDesk desk, GetMetadataProcessor stock) {
            super(
                    GetMetadataRequest.class,
                    stock,
                    new NamedMailboxRule<>(
                            desk,
                            GetMetadataRequest::getMailboxName,
                            SharedAnnotations::mayBeRead,
                            (request, name, rights) ->
                                    GetMetadataRequest.builder()
                                            .tag(request.getTag())
                                            .mailboxName(name)
                                            .keys(request.getKeys())
                                            .maxsize(request.getMaxsize())
                                            .depth(request.getDepth())
                                            .build()));
        }
    }

    static final class SetMetadata extends CommandDesk.Capable<SetMetadataRequest> {
        @Inject
        SetMetadata(FrontDesk desk, SetMetadataProcessor stock) {
            super(
                    SetMetadataRequest.class,
                    stock,
                    new NamedMailboxRule<>(
                            desk,
                            SetMetadataRequest::getMailboxName,
                            SharedAnnotations::mayBeSet,
                            (request, name, rights) ->
                                    new SetMetadataRequest(
                                            request.getTag(),
                                            name,
                                            request.getMailboxAnnotations())));
        }
    }

    static final class GetQuota extends CommandDesk.Capable<GetQuotaRequest> {
        @Inject
        GetQuota(FrontDesk desk, GetQuotaProcessor stock, UserQuotaRootResolver quotaRoots) {
            super(GetQuotaRequest.class, stock, new QuotaRule(desk, quotaRoots));
        }
    }

    static final class GetQuotaRoot extends CommandDesk.Capable<GetQuotaRootRequest> {
        @Inject
        GetQuotaRoot(FrontDesk desk, GetQuotaRootProcessor stock) {
            super(
                    GetQuotaRootRequest.class,
                    stock,
                    NamedMailboxRule.needing(
                            Right.Read,
                            desk,
                            GetQuotaRootRequest::getMailboxName,
                            (request, name, rights) ->
                                    new GetQuotaRootRequest(request.getTag(), name)));
        }
    }
}
