/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.apache.james.utils.ClassName;
import org.sharedmailbox.imap.acl.DeleteACLProcessor;
import org.sharedmailbox.imap.acl.GetACLProcessor;
import org.sharedmailbox.imap.acl.ListRightsProcessor;
import org.sharedmailbox.imap.acl.MyRightsProcessor;
import org.sharedmailbox.imap.acl.SetACLProcessor;
import org.sharedmailbox.imap.command.InterceptingProcessor;
import org.sharedmailbox.imap.idle.IdleProcessor;
import org.sharedmailbox.imap.list.LSubProcessor;
import org.sharedmailbox.imap.list.ListProcessor;
import org.sharedmailbox.imap.list.NamespaceProcessor;
import org.sharedmailbox.imap.list.SubscribeProcessor;
import org.sharedmailbox.imap.list.UnsubscribeProcessor;
import org.sharedmailbox.imap.login.AuthenticateProcessor;
import org.sharedmailbox.imap.login.LoginProcessor;
import org.sharedmailbox.imap.mailbox.AppendProcessor;
import org.sharedmailbox.imap.mailbox.CreateProcessor;
import org.sharedmailbox.imap.mailbox.DeleteProcessor;
import org.sharedmailbox.imap.mailbox.GetMetadataProcessor;
import org.sharedmailbox.imap.mailbox.GetQuotaProcessor;
import org.sharedmailbox.imap.mailbox.GetQuotaRootProcessor;
import org.sharedmailbox.imap.mailbox.RenameProcessor;
import org.sharedmailbox.imap.mailbox.SetMetadataProcessor;
import org.sharedmailbox.imap.mailbox.StatusProcessor;
import org.sharedmailbox.imap.message.CheckProcessor;
import org.sharedmailbox.imap.message.CloseProcessor;
import org.sharedmailbox.imap.message.ExamineProcessor;
import org.sharedmailbox.imap.message.ExpungeProcessor;
import org.sharedmailbox.imap.message.FetchProcessor;
import org.sharedmailbox.imap.message.NoopProcessor;
import org.sharedmailbox.imap.message.SearchProcessor;
import org.sharedmailbox.imap.message.SelectProcessor;
import org.sharedmailbox.imap.message.StoreProcessor;
import org.sharedmailbox.imap.message.UnselectProcessor;
import org.sharedmailbox.imap.transfer.CopyProcessor;
import org.sharedmailbox.imap.transfer.MoveProcessor;

/** The table of James's processors: which of them we replace, and which we leave alone. */
final class ReplacedProcessors {
    /** Our processor for each of James's that it replaces, both of the same simple name. */
    static final ImmutableMap<Class<?>, Class<? extends InterceptingProcessor<?>>>
            BY_DEFAULT_PROCESSOR =
                    ImmutableMap.<Class<?>, Class<? extends InterceptingProcessor<?>>>builder()
                            .put(
                                    org.apache.james.imap.processor.SelectProcessor.class,
                                    SelectProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.ExamineProcessor.class,
                                    ExamineProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.StatusProcessor.class,
                                    StatusProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.AppendProcessor.class,
                                    AppendProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.ListProcessor.class,
                                    ListProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.LSubProcessor.class,
                                    LSubProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.NamespaceProcessor.class,
                                    NamespaceProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.fetch.FetchProcessor.class,
                                    FetchProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.StoreProcessor.class,
                                    StoreProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.SearchProcessor.class,
                                    SearchProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.ExpungeProcessor.class,
                                    ExpungeProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.CloseProcessor.class,
                                    CloseProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.UnselectProcessor.class,
                                    UnselectProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.CheckProcessor.class,
                                    CheckProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.NoopProcessor.class,
                                    NoopProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.IdleProcessor.class,
                                    IdleProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.CopyProcessor.class,
                                    CopyProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.MoveProcessor.class,
                                    MoveProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.CreateProcessor.class,
                                    CreateProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.DeleteProcessor.class,
                                    DeleteProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.RenameProcessor.class,
                                    RenameProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.GetMetadataProcessor.class,
                                    GetMetadataProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.SetMetadataProcessor.class,
                                    SetMetadataProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.GetQuotaProcessor.class,
                                    GetQuotaProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.GetQuotaRootProcessor.class,
                                    GetQuotaRootProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.SubscribeProcessor.class,
                                    SubscribeProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.UnsubscribeProcessor.class,
                                    UnsubscribeProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.GetACLProcessor.class,
                                    GetACLProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.SetACLProcessor.class,
                                    SetACLProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.DeleteACLProcessor.class,
                                    DeleteACLProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.ListRightsProcessor.class,
                                    ListRightsProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.MyRightsProcessor.class,
                                    MyRightsProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.LoginProcessor.class,
                                    LoginProcessor.class)
                            .put(
                                    org.apache.james.imap.processor.AuthenticateProcessor.class,
                                    AuthenticateProcessor.class)
                            .build();

    /** Processors that are not replaced, because they neither name a folder nor use one. */
    static final ImmutableSet<String> LEFT_ALONE =
            ImmutableSet.of(
                    "org.apache.james.imap.processor.CapabilityProcessor",
                    "org.apache.james.imap.processor.CompressProcessor",
                    // Asks SELECT and EXAMINE, which hide a folder of another owner.
                    "org.apache.james.imap.processor.EnableProcessor",
                    "org.apache.james.imap.processor.IdProcessor",
                    "org.apache.james.imap.processor.LogoutProcessor",
                    // Refuses everybody: quotas are for an administrator to set.
                    "org.apache.james.imap.processor.SetQuotaProcessor",
                    "org.apache.james.imap.processor.StartTLSProcessor",
                    // Refuses everybody, as James puts it together.
                    "org.apache.james.imap.processor.XListProcessor",
                    // Writes answers to what could not be decoded.
                    "org.apache.james.imap.processor.base.ImapResponseMessageProcessor");

    private ReplacedProcessors() {}

    /** Decides whether it is a processor of a James that is newer than this class. */
    static boolean isUnknown(ClassName processor) {
        return !LEFT_ALONE.contains(processor.getName())
                && BY_DEFAULT_PROCESSOR.keySet().stream()
                        .noneMatch(known -> known.getName().equals(processor.getName()));
    }
}
