/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

/** The refusals, word for word: clients and people read them. */
public final class Refusals {
    /** To whoever may see the folder. */
    public static final String NOPERM = "NO [NOPERM] You do not have the right to do this here.";

    /** To whoever may not even know of the folder. */
    public static final String NONEXISTENT = "NO [NONEXISTENT] No such mailbox.";

    /** To whoever had access to the selected folder. */
    public static final String ACCESS_ENDED =
            "NO [NOPERM] You do not have access to this mailbox any more.";

    private Refusals() {}
}
