/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import java.util.EnumSet;
import org.apache.james.imap.api.process.MailboxType;
import org.apache.james.imap.message.response.ListResponse;
import org.apache.james.imap.message.response.ListResponse.ChildInfo;
import org.apache.james.mailbox.model.MailboxMetaData.Children;
import org.apache.james.mailbox.model.MailboxMetaData.Selectability;
import org.sharedmailbox.imap.name.OtherUsersNamespace;

/** Makes the untagged LIST responses (RFC 3501 §7.2.2) about what is not the delegate's own. */
final class ListResponses {
    private ListResponses() {}

    /**
     * Returns the response about a folder.
     *
     * @param tellsSubscription whether it is to say that the folder is subscribed, if it is
     * @param hasSubscribedChildren whether it is to say that folders below it are subscribed (RFC
     *     5258 §3.5)
     */
    static ListResponse folder(
            String name,
            SharedFolder folder,
            boolean hasChildren,
            boolean tellsSubscription,
            boolean hasSubscribedChildren) {
        return response(
                name,
                hasChildren,
                folder.canBeOpened() ? Selectability.NONE : Selectability.NOSELECT,
                tellsSubscription && folder.isSubscribed(),
                hasSubscribedChildren);
    }

    /** Returns the response about a level above folders, which is no folder itself. */
    static ListResponse level(String name, boolean hasSubscribedChildren) {
        return response(name, true, Selectability.NOSELECT, false, hasSubscribedChildren);
    }

    /** Returns the response about what NAMESPACE names, for those too who see nothing in it. */
    static ListResponse namespace(boolean hasChildren) {
        return response(
                OtherUsersNamespace.PREFIX, hasChildren, Selectability.NOSELECT, false, false);
    }

    private static ListResponse response(
            String name,
            boolean hasChildren,
            Selectability selectability,
            boolean isSubscribed,
            boolean hasSubscribedChildren) {
        return new ListResponse(
                hasChildren ? Children.HAS_CHILDREN : Children.HAS_NO_CHILDREN,
                selectability,
                name,
                OtherUsersNamespace.DELIMITER,
                isSubscribed,
                false,
                hasSubscribedChildren
                        ? EnumSet.of(ChildInfo.SUBSCRIBED)
                        : EnumSet.noneOf(ChildInfo.class),
                MailboxType.OTHER);
    }
}
