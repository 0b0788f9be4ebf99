/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.ImapRights;

/**
 * The rights of RFC 4314 as they can be granted: in bundles, because a delegation has no single
 * letters. {@code l} comes with each bundle.
 */
public final class RightBundles {
    private static final ImapRights LOOKUP = ImapRights.ofLetters("l");
    private static final ImapRights READ = ImapRights.ofLetters("lr");
    private static final ImapRights MANAGE = ImapRights.ofLetters("swiktxe");
    private static final ImapRights ADMINISTER = ImapRights.ofLetters("a");

    /**
     * The bundles as LISTRIGHTS announces them: the letters of each are granted and revoked
     * together.
     */
    public static final ImmutableList<String> TIED = ImmutableList.of("lr", "swiktxe", "a");

    private RightBundles() {}

    /** Returns the rights to grant for these letters; empty if they are not whole bundles. */
    static Optional<ImmutableSet<DelegationRight>> granting(ImapRights letters) {
        EnumSet<DelegationRight> rights = EnumSet.noneOf(DelegationRight.class);
        ImapRights inMail = letters;
        if (letters.allow(Right.Administer)) {
            rights.add(DelegationRight.MANAGE_MEMBERS);
            inMail = letters.minus(ADMINISTER).plus(LOOKUP);
        }
        if (inMail.equals(READ)) {
            rights.add(DelegationRight.READ);
        } else if (inMail.equals(READ.plus(MANAGE))) {
            rights.add(DelegationRight.READ_AND_MANAGE);
        } else if (rights.isEmpty() || !inMail.equals(LOOKUP)) {
            return Optional.empty();
        }
        return Optional.of(Sets.immutableEnumSet(rights));
    }
}
