/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import javax.mail.Flags;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.model.ImapRights;

/**
 * Which flags may be set or cleared with which rights (RFC 4314 §4): {@code \Seen} with {@code s},
 * {@code \Deleted} with {@code t}, all others with {@code w}.
 */
final class FlagRights {
    private final ImapRights rights;

    private FlagRights(ImapRights rights) {
        this.rights = rights;
    }

    static FlagRights with(ImapRights rights) {
        return new FlagRights(rights);
    }

    boolean permitAll() {
        return rights.allow(Right.WriteSeenFlag)
                && rights.allow(Right.DeleteMessages)
                && rights.allow(Right.Write);
    }

    boolean permitNone() {
        return !rights.allowAnyOf(Right.WriteSeenFlag, Right.DeleteMessages, Right.Write);
    }

    /** Those of the flags that may be changed. */
    Flags permitted(Flags flags) {
        Flags permitted = new Flags();
        for (Flags.Flag flag : flags.getSystemFlags()) {
            if (rights.allow(rightFor(flag))) {
                permitted.add(flag);
            }
        }
        if (rights.allow(Right.Write)) {
            for (String keyword : flags.getUserFlags()) {
                permitted.add(keyword);
            }
        }
        return permitted;
    }

    private static Right rightFor(Flags.Flag flag) {
        if (flag.equals(Flags.Flag.SEEN)) {
            return Right.WriteSeenFlag;
        }
        return flag.equals(Flags.Flag.DELETED) ? Right.DeleteMessages : Right.Write;
    }

    static boolean isEmpty(Flags flags) {
        return flags.getSystemFlags().length == 0 && flags.getUserFlags().length == 0;
    }
}
