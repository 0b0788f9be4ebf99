/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.message.request.AppendRequest;
import org.apache.james.imap.message.request.CheckRequest;
import org.apache.james.imap.message.request.CloseRequest;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.imap.message.request.CreateRequest;
import org.apache.james.imap.message.request.DeleteACLRequest;
import org.apache.james.imap.message.request.DeleteRequest;
import org.apache.james.imap.message.request.ExamineRequest;
import org.apache.james.imap.message.request.ExpungeRequest;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.message.request.GetACLRequest;
import org.apache.james.imap.message.request.GetMetadataRequest;
import org.apache.james.imap.message.request.GetQuotaRequest;
import org.apache.james.imap.message.request.GetQuotaRootRequest;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.message.request.ListRightsRequest;
import org.apache.james.imap.message.request.LsubRequest;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.message.request.MyRightsRequest;
import org.apache.james.imap.message.request.NamespaceRequest;
import org.apache.james.imap.message.request.NoopRequest;
import org.apache.james.imap.message.request.RenameRequest;
import org.apache.james.imap.message.request.SearchRequest;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.imap.message.request.SetACLRequest;
import org.apache.james.imap.message.request.SetMetadataRequest;
import org.apache.james.imap.message.request.StatusRequest;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.message.request.SubscribeRequest;
import org.apache.james.imap.message.request.UnselectRequest;
import org.apache.james.imap.message.request.UnsubscribeRequest;
import org.apache.james.imap.processor.AppendProcessor;
import org.apache.james.imap.processor.CheckProcessor;
import org.apache.james.imap.processor.CloseProcessor;
import org.apache.james.imap.processor.CopyProcessor;
import org.apache.james.imap.processor.CreateProcessor;
import org.apache.james.imap.processor.DeleteACLProcessor;
import org.apache.james.imap.processor.DeleteProcessor;
import org.apache.james.imap.processor.ExamineProcessor;
import org.apache.james.imap.processor.ExpungeProcessor;
import org.apache.james.imap.processor.GetACLProcessor;
import org.apache.james.imap.processor.GetMetadataProcessor;
import org.apache.james.imap.processor.GetQuotaProcessor;
import org.apache.james.imap.processor.GetQuotaRootProcessor;
import org.apache.james.imap.processor.IdleProcessor;
import org.apache.james.imap.processor.LSubProcessor;
import org.apache.james.imap.processor.ListProcessor;
import org.apache.james.imap.processor.ListRightsProcessor;
import org.apache.james.imap.processor.MoveProcessor;
import org.apache.james.imap.processor.MyRightsProcessor;
import org.apache.james.imap.processor.NamespaceProcessor;
import org.apache.james.imap.processor.NoopProcessor;
import org.apache.james.imap.processor.RenameProcessor;
import org.apache.james.imap.processor.SearchProcessor;
import org.apache.james.imap.processor.SelectProcessor;
import org.apache.james.imap.processor.SetACLProcessor;
import org.apache.james.imap.processor.SetMetadataProcessor;
import org.apache.james.imap.processor.StatusProcessor;
import org.apache.james.imap.processor.StoreProcessor;
import org.apache.james.imap.processor.SubscribeProcessor;
import org.apache.james.imap.processor.UnselectProcessor;
import org.apache.james.imap.processor.UnsubscribeProcessor;
import org.apache.james.imap.processor.fetch.FetchProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.quota.UserQuotaRootResolver;
import org.sharedmailbox.delegation.FolderName;

/**
 * The table of commands: each class is one row, that names a command, the stock processor behind it
 * and the rule, with the rights of RFC 4314 §4. They are classes because James creates processors
 * by class name, and asks each for its capabilities.
 */
final class Desks {
    /** Which desk stands in for which stock processor. */
    static final ImmutableMap<Class<?>, Class<? extends CommandDesk<?>>> BY_STOCK_PROCESSOR =
            ImmutableMap.<Class<?>, Class<? extends CommandDesk<?>>>builder()
                    .put(SelectProcessor.class, Select.class)
                    .put(ExamineProcessor.class, Examine.class)
                    .put(StatusProcessor.class, Status.class)
                    .put(AppendProcessor.class, Append.class)
                    .put(ListProcessor.class, List.class)
                    .put(LSubProcessor.class, Lsub.class)
                    .put(NamespaceProcessor.class, Namespace.class)
                    .put(FetchProcessor.class, Fetch.class)
                    .put(StoreProcessor.class, Store.class)
                    .put(SearchProcessor.class, Search.class)
                    .put(ExpungeProcessor.class, Expunge.class)
                    .put(CloseProcessor.class, Close.class)
                    .put(UnselectProcessor.class, Unselect.class)
                    .put(CheckProcessor.class, Check.class)
                    .put(NoopProcessor.class, Noop.class)
                    .put(IdleProcessor.class, Idle.class)
                    .put(CopyProcessor.class, Copy.class)
                    .put(MoveProcessor.class, Move.class)
                    .put(CreateProcessor.class, Create.class)
                    .put(DeleteProcessor.class, Delete.class)
                    .put(RenameProcessor.class, Rename.class)
                    .put(GetMetadataProcessor.class, GetMetadata.class)
                    .put(SetMetadataProcessor.class, SetMetadata.class)
                    .put(GetQuotaProcessor.class, GetQuota.class)
                    .put(GetQuotaRootProcessor.class, GetQuotaRoot.class)
                    .put(SubscribeProcessor.class, Subscribe.class)
                    .put(UnsubscribeProcessor.class, Unsubscribe.class)
                    .put(GetACLProcessor.class, GetACL.class)
                    .put(SetACLProcessor.class, SetACL.class)
                    .put(DeleteACLProcessor.class, DeleteACL.class)
                    .put(ListRightsProcessor.class, ListRights.class)
                    .put(MyRightsProcessor.class, MyRights.class)
                    .build();

    private Desks() {}

    static final class Select extends CommandDesk.Enabling<SelectRequest> {
        @Inject
        Select(FrontDesk desk, SelectProcessor stock, ExamineProcessor examine) {
            super(SelectRequest.class, stock, new SelectionRule<>(desk, examine));
        }
    }

    static final class Examine extends CommandDesk.Enabling<ExamineRequest> {
        @Inject
        Examine(FrontDesk desk, ExamineProcessor stock) {
            super(ExamineRequest.class, stock, new SelectionRule<>(desk, stock));
        }
    }

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
                                            FlagRights.with(rights).permitted(request.getFlags()),
                                            request.getDatetime(),
                                            request.getMessage(),
                                            request.getTag())));
        }
    }

    static final class List extends CommandDesk.Capable<ListRequest> {
        private final StatusProcessor status;

        @Inject
        List(
                FrontDesk desk,
                ListProcessor<ListRequest> stock,
                StatusProcessor status,
                MailboxManager mailboxes) {
            super(
                    ListRequest.class,
                    stock,
                    new ListingRule<>(
                            desk,
                            mailboxes,
                            ListRequest::getBaseReferenceName,
                            ListRequest::getMailboxPattern,
                            new ListAnswer(status)));
            this.status = status;
        }

        @Override
        public void configure(ImapConfiguration configuration) {
            super.configure(configuration);
            status.configure(configuration);
        }
    }

    static final class Lsub extends CommandDesk<LsubRequest> {
        @Inject
        Lsub(FrontDesk desk, LSubProcessor stock, MailboxManager mailboxes) {
            super(
                    LsubRequest.class,
                    stock,
                    new ListingRule<>(
                            desk,
                            mailboxes,
                            LsubRequest::getBaseReferenceName,
                            LsubRequest::getMailboxPattern,
                            new LsubAnswer()));
        }
    }

    static final class Namespace extends CommandDesk.Capable<NamespaceRequest> {
        @Inject
        Namespace(NamespaceProcessor stock) {
            super(NamespaceRequest.class, stock, new NamespaceRule());
        }
    }

    static final class Fetch extends CommandDesk<FetchRequest> {
        @Inject
        Fetch(FrontDesk desk, FetchProcessor stock) {
            super(
                    FetchRequest.class,
                    stock,
                    SelectedMailboxRule.permitting(
                            desk,
                            (request, rights) ->
                                    Optional.of(FetchRights.permitted(request, rights))));
        }
    }

    static final class Store extends CommandDesk<StoreRequest> {
        @Inject
        Store(FrontDesk desk, StoreProcessor stock) {
            super(StoreRequest.class, stock, SelectedMailboxRule.using(desk, new StoreUse(desk)));
        }
    }

    static final class Search extends CommandDesk.Capable<SearchRequest> {
        @Inject
        Search(FrontDesk desk, SearchProcessor stock) {
            super(SearchRequest.class, stock, SelectedMailboxRule.reading(desk));
        }
    }

    static final class Expunge extends CommandDesk.Capable<ExpungeRequest> {
        @Inject
        Expunge(FrontDesk desk, ExpungeProcessor stock) {
            super(
                    ExpungeRequest.class,
                    stock,
                    SelectedMailboxRule.permitting(
                            desk,
                            (request, rights) ->
                                    Optional.of(request)
                                            .filter(any -> rights.allow(Right.PerformExpunge))));
        }
    }

    static final class Close extends CommandDesk<CloseRequest> {
        @Inject
        Close(FrontDesk desk, CloseProcessor stock) {
            super(CloseRequest.class, stock, SelectedMailboxRule.using(desk, new CloseUse()));
        }
    }

    static final class Unselect extends CommandDesk.Capable<UnselectRequest> {
        @Inject
        Unselect(FrontDesk desk, UnselectProcessor stock) {
            super(UnselectRequest.class, stock, SelectedMailboxRule.reading(desk));
        }
    }

    static final class Check extends CommandDesk<CheckRequest> {
        @Inject
        Check(FrontDesk desk, CheckProcessor stock) {
            super(CheckRequest.class, stock, SelectedMailboxRule.reading(desk));
        }
    }

    static final class Noop extends CommandDesk<NoopRequest> {
        @Inject
        Noop(FrontDesk desk, NoopProcessor stock) {
            super(NoopRequest.class, stock, SelectedMailboxRule.reading(desk));
        }
    }

    static final class Idle extends CommandDesk.Capable<IdleRequest> {
        @Inject
        Idle(FrontDesk desk, IdleProcessor stock) {
            super(IdleRequest.class, stock, SelectedMailboxRule.using(desk, new IdleUse(desk)));
        }
    }

    static final class Copy extends CommandDesk<CopyRequest> {
        @Inject
        Copy(
                FrontDesk desk,
                CopyProcessor stock,
                NoopProcessor noop,
                Transfers transfers,
                MailboxManager mailboxes) {
            super(
                    CopyRequest.class,
                    stock,
                    new TransferRule<>(
                            desk,
                            transfers,
                            mailboxes,
                            noop,
                            false,
                            (request, uids, name) ->
                                    new CopyRequest(uids, name, true, request.getTag())));
        }
    }

    static final class Move extends CommandDesk.Capable<MoveRequest> {
        @Inject
        Move(
                FrontDesk desk,
                MoveProcessor stock,
                NoopProcessor noop,
                Transfers transfers,
                MailboxManager mailboxes) {
            super(
                    MoveRequest.class,
                    stock,
                    new TransferRule<>(
                            desk,
                            transfers,
                            mailboxes,
                            noop,
                            true,
                            (request, uids, name) ->
                                    new MoveRequest(uids, name, true, request.getTag())));
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
                            (request, name, rights) -> new DeleteRequest(name, request.getTag())));
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

    static final class Subscribe extends CommandDesk<SubscribeRequest> {
        @Inject
        Subscribe(SubscribeProcessor stock) {
            super(SubscribeRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class Unsubscribe extends CommandDesk<UnsubscribeRequest> {
        @Inject
        Unsubscribe(UnsubscribeProcessor stock) {
            super(UnsubscribeRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class GetACL extends CommandDesk.Capable<GetACLRequest> {
        @Inject
        GetACL(GetACLProcessor stock) {
            super(GetACLRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class SetACL extends CommandDesk.Capable<SetACLRequest> {
        @Inject
        SetACL(SetACLProcessor stock) {
            super(SetACLRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class DeleteACL extends CommandDesk.Capable<DeleteACLRequest> {
        @Inject
        DeleteACL(DeleteACLProcessor stock) {
            super(DeleteACLRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class ListRights extends CommandDesk.Capable<ListRightsRequest> {
        @Inject
        ListRights(ListRightsProcessor stock) {
            super(ListRightsRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class MyRights extends CommandDesk.Capable<MyRightsRequest> {
        @Inject
        MyRights(MyRightsProcessor stock) {
            super(MyRightsRequest.class, stock, new StockOnlyRule<>());
        }
    }
}
