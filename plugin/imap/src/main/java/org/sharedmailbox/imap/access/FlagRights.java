/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import javax.mail.Flags;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.model.ImapRights;

/**
 * The flags that may be set or cleared with given rights (RFC 4314 §4): {@code \Seen} with {@code
 * s}, {@code \Deleted} with {@code t}, all others with {@code w}. Immutable.
 */
public final class FlagRights {
    private final ImapRights rights;

    private FlagRights(ImapRights rights) {
        this.rights = rights;
    }

    /** Returns what those rights permit. */
    public static FlagRights of(ImapRights rights) {
        return new FlagRights(rights);
    }

    /** Decides whether every flag may be changed. */
    public boolean permitAll() {
        return rights.allow(Right.WriteSeenFlag)
                && rights.allow(Right.DeleteMessages)
                && rights.allow(Right.Write);
    }

    /** Decides whether no flag may be changed. */
    public boolean permitNone() {
        return !rights.allowAnyOf(Right.WriteSeenFlag, Right.DeleteMessages, Right.Write);
    }

    /** Returns those of the flags that may be changed. */
    public Flags permitted(Flags flags) {
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

    /** Decides whether there is no flag in them. */
    public static boolean isEmpty(Flags flags) {
        return flags.getSystemFlags().length == 0 && flags.getUserFlags().length == 0;
    }
}
