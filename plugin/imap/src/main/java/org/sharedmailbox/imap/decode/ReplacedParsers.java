/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.decode;

import com.google.common.collect.ImmutableMap;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.apache.james.imap.decode.parser.AppendCommandParser;
import org.apache.james.imap.decode.parser.CopyCommandParser;
import org.apache.james.imap.decode.parser.CreateCommandParser;
import org.apache.james.imap.decode.parser.DeleteACLCommandParser;
import org.apache.james.imap.decode.parser.DeleteCommandParser;
import org.apache.james.imap.decode.parser.ExamineCommandParser;
import org.apache.james.imap.decode.parser.GetACLCommandParser;
import org.apache.james.imap.decode.parser.GetMetadataCommandParser;
import org.apache.james.imap.decode.parser.GetQuotaRootCommandParser;
import org.apache.james.imap.decode.parser.ListCommandParser;
import org.apache.james.imap.decode.parser.ListRightsCommandParser;
import org.apache.james.imap.decode.parser.LsubCommandParser;
import org.apache.james.imap.decode.parser.MoveCommandParser;
import org.apache.james.imap.decode.parser.MyRightsCommandParser;
import org.apache.james.imap.decode.parser.RenameCommandParser;
import org.apache.james.imap.decode.parser.SelectCommandParser;
import org.apache.james.imap.decode.parser.SetACLCommandParser;
import org.apache.james.imap.decode.parser.SetAnnotationCommandParser;
import org.apache.james.imap.decode.parser.StatusCommandParser;
import org.apache.james.imap.decode.parser.SubscribeCommandParser;
import org.apache.james.imap.decode.parser.UnsubscribeCommandParser;
import org.apache.james.imap.decode.parser.XListCommandParser;

/** The table of James's command parsers that we replace. */
public final class ReplacedParsers {
    /** Our parser for each of James's that it replaces. */
    public static final ImmutableMap<Class<?>, Class<? extends AbstractImapCommandParser>>
            BY_DEFAULT_PARSER =
                    ImmutableMap.<Class<?>, Class<? extends AbstractImapCommandParser>>builder()
                            .put(AppendCommandParser.class, MailboxNameParsers.Append.class)
                            .put(CreateCommandParser.class, MailboxNameParsers.Create.class)
                            .put(DeleteCommandParser.class, MailboxNameParsers.Delete.class)
                            .put(ExamineCommandParser.class, MailboxNameParsers.Examine.class)
                            .put(
                                    GetMetadataCommandParser.class,
                                    MailboxNameParsers.GetMetadata.class)
                            .put(
                                    GetQuotaRootCommandParser.class,
                                    MailboxNameParsers.GetQuotaRoot.class)
                            .put(ListCommandParser.class, MailboxNameParsers.ListPatterns.class)
                            .put(LsubCommandParser.class, MailboxNameParsers.Lsub.class)
                            .put(RenameCommandParser.class, MailboxNameParsers.Rename.class)
                            .put(SelectCommandParser.class, MailboxNameParsers.Select.class)
                            .put(
                                    SetAnnotationCommandParser.class,
                                    MailboxNameParsers.SetMetadata.class)
                            .put(StatusCommandParser.class, MailboxNameParsers.Status.class)
                            .put(SubscribeCommandParser.class, MailboxNameParsers.Subscribe.class)
                            .put(
                                    UnsubscribeCommandParser.class,
                                    MailboxNameParsers.Unsubscribe.class)
                            .put(XListCommandParser.class, MailboxNameParsers.Xlist.class)
                            .put(CopyCommandParser.class, TransferParsers.Copy.class)
                            .put(MoveCommandParser.class, TransferParsers.Move.class)
                            .put(GetACLCommandParser.class, AclParsers.Get.class)
                            .put(SetACLCommandParser.class, AclParsers.Set.class)
                            .put(DeleteACLCommandParser.class, AclParsers.Delete.class)
                            .put(ListRightsCommandParser.class, AclParsers.ListRights.class)
                            .put(MyRightsCommandParser.class, AclParsers.MyRights.class)
                            .build();

    private ReplacedParsers() {}
}
