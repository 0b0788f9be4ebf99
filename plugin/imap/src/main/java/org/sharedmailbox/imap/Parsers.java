/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

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

/** Which parser of ours stands in for which stock one. */
final class Parsers {
    static final ImmutableMap<Class<?>, Class<? extends AbstractImapCommandParser>>
            BY_STOCK_PARSER =
                    ImmutableMap.<Class<?>, Class<? extends AbstractImapCommandParser>>builder()
                            .put(AppendCommandParser.class, NameParsers.Append.class)
                            .put(CreateCommandParser.class, NameParsers.Create.class)
                            .put(DeleteCommandParser.class, NameParsers.Delete.class)
                            .put(ExamineCommandParser.class, NameParsers.Examine.class)
                            .put(GetMetadataCommandParser.class, NameParsers.GetMetadata.class)
                            .put(GetQuotaRootCommandParser.class, NameParsers.GetQuotaRoot.class)
                            .put(ListCommandParser.class, NameParsers.List.class)
                            .put(LsubCommandParser.class, NameParsers.Lsub.class)
                            .put(RenameCommandParser.class, NameParsers.Rename.class)
                            .put(SelectCommandParser.class, NameParsers.Select.class)
                            .put(SetAnnotationCommandParser.class, NameParsers.SetMetadata.class)
                            .put(StatusCommandParser.class, NameParsers.Status.class)
                            .put(SubscribeCommandParser.class, NameParsers.Subscribe.class)
                            .put(UnsubscribeCommandParser.class, NameParsers.Unsubscribe.class)
                            .put(XListCommandParser.class, NameParsers.Xlist.class)
                            .put(CopyCommandParser.class, NameParsers.Copy.class)
                            .put(MoveCommandParser.class, NameParsers.Move.class)
                            .put(GetACLCommandParser.class, AclParsers.Get.class)
                            .put(SetACLCommandParser.class, AclParsers.Set.class)
                            .put(DeleteACLCommandParser.class, AclParsers.Delete.class)
                            .put(ListRightsCommandParser.class, AclParsers.ListRights.class)
                            .put(MyRightsCommandParser.class, AclParsers.MyRights.class)
                            .build();

    private Parsers() {}
}
