/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
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

/**
 * The table of commands: which desk stands in for which stock processor. Each is a class of its
 * own, grouped by what the commands do, because James creates processors by class name and asks
 * each for its capabilities.
 */
final class Desks {
    static final ImmutableMap<Class<?>, Class<? extends CommandDesk<?>>> BY_STOCK_PROCESSOR =
            ImmutableMap.<Class<?>, Class<? extends CommandDesk<?>>>builder()
                    .put(SelectProcessor.class, SelectedMailboxDesks.Select.class)
                    .put(ExamineProcessor.class, SelectedMailboxDesks.Examine.class)
                    .put(StatusProcessor.class, NamedMailboxDesks.Status.class)
                    .put(AppendProcessor.class, NamedMailboxDesks.Append.class)
                    .put(ListProcessor.class, ListingDesks.List.class)
                    .put(LSubProcessor.class, ListingDesks.Lsub.class)
                    .put(NamespaceProcessor.class, ListingDesks.Namespace.class)
                    .put(FetchProcessor.class, SelectedMailboxDesks.Fetch.class)
                    .put(StoreProcessor.class, SelectedMailboxDesks.Store.class)
                    .put(SearchProcessor.class, SelectedMailboxDesks.Search.class)
                    .put(ExpungeProcessor.class, SelectedMailboxDesks.Expunge.class)
                    .put(CloseProcessor.class, SelectedMailboxDesks.Close.class)
                    .put(UnselectProcessor.class, SelectedMailboxDesks.Unselect.class)
                    .put(CheckProcessor.class, SelectedMailboxDesks.Check.class)
                    .put(NoopProcessor.class, SelectedMailboxDesks.Noop.class)
                    .put(IdleProcessor.class, SelectedMailboxDesks.Idle.class)
                    .put(CopyProcessor.class, TransferDesks.Copy.class)
                    .put(MoveProcessor.class, TransferDesks.Move.class)
                    .put(CreateProcessor.class, NamedMailboxDesks.Create.class)
                    .put(DeleteProcessor.class, NamedMailboxDesks.Delete.class)
                    .put(RenameProcessor.class, NamedMailboxDesks.Rename.class)
                    .put(GetMetadataProcessor.class, NamedMailboxDesks.GetMetadata.class)
                    .put(SetMetadataProcessor.class, NamedMailboxDesks.SetMetadata.class)
                    .put(GetQuotaProcessor.class, NamedMailboxDesks.GetQuota.class)
                    .put(GetQuotaRootProcessor.class, NamedMailboxDesks.GetQuotaRoot.class)
                    .put(SubscribeProcessor.class, ListingDesks.Subscribe.class)
                    .put(UnsubscribeProcessor.class, ListingDesks.Unsubscribe.class)
                    .put(GetACLProcessor.class, AclDesks.GetACL.class)
                    .put(SetACLProcessor.class, AclDesks.SetACL.class)
                    .put(DeleteACLProcessor.class, AclDesks.DeleteACL.class)
                    .put(ListRightsProcessor.class, AclDesks.ListRights.class)
                    .put(MyRightsProcessor.class, AclDesks.MyRights.class)
                    .build();

    private Desks() {}
}
